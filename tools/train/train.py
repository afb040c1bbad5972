# SPDX-License-Identifier: Apache-2.0
"""Trains the block model and writes it as C.

  train.py DATA DUMP OUT        learns from DATA, writes OUT/blocks.c, kind.c and lexicon.c
  train.py DATA DUMP --check    only prints how good each page comes out when its site is held out
  train.py DATA DUMP --held-out OUT
                                writes OUT/0 to OUT/4, each with the three files, made without a
                                fifth of the sites, and that fifth's pages (pages.txt: set, file)

DATA: the folder that holds pages/ and sections/. DUMP: the program built from dump.c.
The same data gives the same files, byte for byte, with the same version of XGBoost (1.7.4, Debian 12).
"""
import json, os, sys
import numpy as np
import corpus, kinds, learn, report

DEPTH, NODES, LEAVES = 6, 63, 64
NEWS = {'fundus-dev': 3.0, 'sections': 1.0}
EARLY = 60  # trees after which most blocks are settled
SETTLED = 0.002  # share of blocks near the cut that may still have crossed it


def complete(tree):
    """An XGBoost tree as a complete one: features, thresholds, leaves. What is missing goes left."""
    features, thresholds, leaves = [0] * NODES, [float('inf')] * NODES, [0.0] * LEAVES

    def fill(node, at, depth):
        if 'leaf' in node:
            if depth == DEPTH:
                leaves[at - NODES] = node['leaf']
                return
            left = right = node
        else:
            by_id = {c['nodeid']: c for c in node['children']}
            left, right = by_id[node['yes']], by_id[node['no']]
            features[at], thresholds[at] = int(node['split'][1:]), node['split_condition']
        fill(left, 2 * at + 1, depth + 1)
        fill(right, 2 * at + 2, depth + 1)

    fill(tree, 0, 0)
    return features, thresholds, leaves


def number(x):
    """A C constant that gives the same float again."""
    text = f'{np.float32(x):.9g}'
    return 'INFINITY' if x == float('inf') else text + ('' if '.' in text or 'e' in text else '.0') + 'f'


def rows_of(values, show, a_line):
    return ',\n'.join('    ' + ', '.join(show(v) for v in values[i:i + a_line]) for i in range(0, len(values), a_line))


def bounds(margins, finals):
    """The narrowest settled range: at most SETTLED of the blocks outside it end on the other side of log odds 0."""
    low = np.sort(margins[finals > -1.5])[int(SETTLED * (finals > -1.5).sum())]
    high = np.sort(margins[finals < 1.5])[::-1][int(SETTLED * (finals < 1.5).sum())]
    return float(min(low, -1.0)), float(max(high, 1.0))


HEAD = '''/* SPDX-License-Identifier: Apache-2.0 */
/* Learned: written by `make train DATA=...` (tools/train/train.py), not by hand.
 * %s */
'''


def forest(name, model, early, low, high):
    """One forest as C: its arrays, and the constant that holds them together."""
    trees = [complete(json.loads(t)) for t in model.get_dump(dump_format='json')]
    arrays = [('uint8_t', 'features', str, 24), ('float', 'thresholds', number, 7), ('float', 'leaves', number, 7)]
    out = ''
    for k, (kind, what, show, a_line) in enumerate(arrays):
        values = [v for t in trees for v in t[k]]
        out += f'static const {kind} {name}_{what}[] = {{\n{rows_of(values, show, a_line)}\n}};\n\n'
    return out + (f'const ngi_forest ngi_{name}_forest = {{\n'
                  f'    .trees = {len(trees)}, .base = {number(base_margin(model))}, .features = {name}_features,\n'
                  f'    .thresholds = {name}_thresholds, .leaves = {name}_leaves,\n'
                  f'    .early = {early}, .low = {number(low)}, .high = {number(high)},\n}};\n')


def write_forests(path, about, header, forests):
    with open(path, 'w') as out:
        out.write(HEAD % about + f'#include "{header}"\n\n#include <math.h>\n\n/* clang-format off */\n')
        out.write('\n'.join(forests))


def write_lexicon(path, lexicon):
    table = {}
    for level, (hashes, odds) in enumerate(lexicon):
        for h, o in zip(hashes.tolist(), odds.tolist()):
            if h != 0:
                table.setdefault(h, [learn.NONE] * 4)[level] = o
    size = 1
    while size * 3 < 4 * len(table):
        size *= 2
    places = [None] * size
    for h in sorted(table):
        at = h & (size - 1)
        while places[at] is not None:
            at = (at + 1) & (size - 1)
        places[at] = h
    show = lambda h: '{0}' if h is None else '{0x%08x, {%s}}' % (h, ', '.join(map(str, table[h])))
    with open(path, 'w') as out:
        out.write(HEAD % 'Log odds of hashed class, id and text words; see models/blocks.md.')
        out.write('#include "stories/blocks/lexicon.h"\n\n/* clang-format off */\n')
        out.write(f'const uint32_t ngi_lexicon_size = {size};\n\nconst ngi_lexicon_entry ngi_lexicon[{size}] = {{\n')
        out.write(rows_of(places, show, 4) + '\n};\n')
    return len(table)


def base_margin(model):
    base = float(json.loads(model.save_config())['learner']['learner_model_param']['base_score'])
    return float(np.log(base / (1 - base)))


def show(pages, chance):
    for cut in (0.5, 0.6):
        report.report(f'cut {cut}', pages, [(pages[i], p > cut) for i, p in chance.items()])
    report.report('cut of the best expected F1', pages,
                  [(pages[i], p > report.best_cut(p, pages[i].words.astype(float))) for i, p in chance.items()])


def learn_kinds(pages, chance, column):
    (article, lists), X, y = kinds.train(pages, chance, column)
    return [forest('article', article, kinds.TREES, 0, 0), forest('list', lists, kinds.TREES, 0, 0)]


def write_kinds(out, pages, chance, column):
    write_forests(f'{out}/kind.c', 'Boosted trees that tell articles and lists from other pages; see models/blocks.md.',
                  'stories/blocks/kind.h', learn_kinds(pages, chance, column))


def write_blocks(out, joined, chosen, first, model, lexicon):
    """The block model and its lexicon, made from the pages in the mask `chosen`; one line about them."""
    margins = lambda m: np.concatenate([z for z, _ in learn.predict(joined, m, lexicon, chosen, first).values()])
    early = margins(model[:EARLY])
    low, high = bounds(early, margins(model))
    write_forests(f'{out}/blocks.c', 'Boosted trees that tell main text from furniture; see models/blocks.md.',
                  'stories/blocks/forest.h', [forest('block', model, EARLY, low, high)])
    count = write_lexicon(f'{out}/lexicon.c', lexicon)
    return (f'{chosen.sum()} pages, {len(early)} blocks, {learn.TREES} trees, {count} words; '
            f'{np.mean((early < low) | (early > high)):.1%} of the blocks settled after {EARLY} trees ({low:.2f}, {high:.2f})')


def write_held_out(out, joined, first, column, k=5):
    """k sets of models, each made without a part of the sites. The page models learn from the chances
    that their pages got when their own site was left out."""
    pages, fold, chance = joined.pages, learn.folds(joined, k, 1), {}
    for j in range(k):
        os.makedirs(f'{out}/{j}', exist_ok=True)
        model, lexicon = learn.train(joined, fold != j, first, NEWS)
        print(write_blocks(f'{out}/{j}', joined, fold != j, first, model, lexicon), flush=True)
        for i, (z, odds) in learn.predict(joined, model, lexicon, fold == j, first).items():
            chance[i], pages[i].odds = 1 / (1 + np.exp(-z)), odds
        with open(f'{out}/{j}/pages.txt', 'w') as listing:
            listing.writelines(f'{pages[i].set}\t{pages[i].name}\n' for i in np.flatnonzero(fold == j))
    for j in range(k):
        known = np.flatnonzero(fold != j)
        write_kinds(f'{out}/{j}', [pages[i] for i in known], [chance[i] for i in known], column)


def main():
    data, dump, out = sys.argv[1:4]
    pages = [p for p in corpus.load(data, dump) if p.text]
    names = corpus.feature_names(dump)
    column, first = {n: i for i, n in enumerate(names)}, names.index('x0min')
    joined = learn.Corpus(pages)
    if out == '--held-out':
        return write_held_out(sys.argv[4], joined, first, column)
    everyone = np.ones(len(pages), bool)
    parts = 5 if out == '--check' else 3
    held = learn.held_out(joined, first, NEWS, parts)
    chance = {i: 1 / (1 + np.exp(-z)) for i, (z, _) in held.items()}
    print(f'each page by a model made without its site; sites in {parts} parts')
    show(pages, chance)
    if out == '--check':
        return
    for i, (_, odds) in held.items():
        pages[i].odds = odds
    write_kinds(out, pages, [chance[i] for i in range(len(pages))], column)
    model, lexicon = learn.train(joined, everyone, first, NEWS)
    print(write_blocks(out, joined, everyone, first, model, lexicon))


if __name__ == '__main__':
    main()
