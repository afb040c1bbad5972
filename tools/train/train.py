# SPDX-License-Identifier: Apache-2.0
"""Trains the block model and writes it as C.

  train.py DATA DUMP OUT        learns from DATA, writes OUT/blocks.c and OUT/lexicon.c
  train.py DATA DUMP --check    five folds by site; prints how good each held-out page comes out

DATA: the folder that holds pages/ and sections/. DUMP: the program built from dump.c.
The same data gives the same files, byte for byte, with the same version of XGBoost (1.7.4, Debian 12).
"""
import json, sys
import numpy as np
import corpus, learn, report

DEPTH, NODES, LEAVES = 6, 63, 64
NEWS = {'fundus-dev': 2.0, 'sections': 1.0}
EARLY = 40  # trees after which most blocks are settled
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


def write_forest(path, model, base, early):
    trees = [complete(json.loads(t)) for t in model.get_dump(dump_format='json')]
    features = [f for t in trees for f in t[0]]
    thresholds = [x for t in trees for x in t[1]]
    leaves = [x for t in trees for x in t[2]]
    with open(path, 'w') as out:
        out.write(HEAD % 'Boosted trees that tell main text from furniture; see models/blocks.md.')
        out.write('#include "stories/forest.h"\n\n#include <math.h>\n\n/* clang-format off */\n')
        out.write(f'static const uint8_t features[] = {{\n{rows_of(features, str, 24)}\n}};\n\n')
        out.write(f'static const float thresholds[] = {{\n{rows_of(thresholds, number, 7)}\n}};\n\n')
        out.write(f'static const float leaves[] = {{\n{rows_of(leaves, number, 7)}\n}};\n\n')
        out.write('const ngi_forest ngi_block_forest = {\n'
                  f'    .trees = {len(trees)}, .base = {number(base)},\n'
                  '    .features = features, .thresholds = thresholds, .leaves = leaves,\n'
                  f'    .early = {EARLY}, .low = {number(early[0])}, .high = {number(early[1])},\n}};\n')


def write_lexicon(path, lexicon):
    table = {}
    for level, (hashes, odds) in enumerate(lexicon):
        for h, o in zip(hashes.tolist(), odds.tolist()):
            if h != 0:
                table.setdefault(h, [learn.NONE] * 4)[level] = o
    size = 1
    while size < 2 * len(table):
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
        out.write('#include "stories/lexicon.h"\n\n/* clang-format off */\n')
        out.write(f'const uint32_t ngi_lexicon_size = {size};\n\nconst ngi_lexicon_entry ngi_lexicon[{size}] = {{\n')
        out.write(rows_of(places, show, 4) + '\n};\n')
    return len(table)


def base_margin(model):
    base = float(json.loads(model.save_config())['learner']['learner_model_param']['base_score'])
    return float(np.log(base / (1 - base)))


def main():
    data, dump, out = sys.argv[1:4]
    pages = [p for p in corpus.load(data, dump) if p.text]
    names = corpus.feature_names(dump)
    first = names.index('x0min')
    joined = learn.Corpus(pages)
    everyone = np.ones(len(pages), bool)
    if out == '--check':
        fold, found = learn.folds(joined, 5, 1), {}
        for k in range(5):
            model, lexicon = learn.train(joined, fold != k, first, NEWS)
            found.update(learn.predict(joined, model, lexicon, fold == k, first))
        chance = {i: 1 / (1 + np.exp(-z)) for i, z in found.items()}
        for cut in (0.5, 0.6):
            report.report(f'cut {cut}', pages, [(pages[i], p > cut) for i, p in chance.items()])
        report.report('cut of the best expected F1', pages,
                      [(pages[i], p > report.best_cut(p, pages[i].words.astype(float))) for i, p in chance.items()])
        return
    model, lexicon = learn.train(joined, everyone, first, NEWS)
    finals = np.concatenate(list(learn.predict(joined, model, lexicon, everyone, first).values()))
    margins = np.concatenate(list(learn.predict(joined, model[:EARLY], lexicon, everyone, first).values()))
    early = bounds(margins, finals)
    settled = np.mean((margins < early[0]) | (margins > early[1]))
    write_forest(f'{out}/blocks.c', model, base_margin(model), early)
    count = write_lexicon(f'{out}/lexicon.c', lexicon)
    print(f'{len(pages)} pages, {len(joined.label)} blocks, {learn.TREES} trees, {count} words; '
          f'{settled:.1%} of the blocks settled after {EARLY} trees ({early[0]:.2f}, {early[1]:.2f})')


if __name__ == '__main__':
    main()
