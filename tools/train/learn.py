# SPDX-License-Identifier: Apache-2.0
"""Learns the block model: log odds of hashed words, then boosted trees over all numbers.

A page that is trained on sees a lexicon made without its own site, as a new page will.
"""
import numpy as np
import xgboost

PARAMETERS = dict(max_depth=6, eta=0.08, subsample=0.8, colsample_bytree=0.5, min_child_weight=2, max_bin=64,
                  objective='binary:logistic', tree_method='hist', nthread=2, seed=0)
TREES, BASE_RATE, SHRINK, NONE, BLOCKS_A_PAGE = 320, 0.3, 4, -128, 350
MIN_SITES = (7, 7, 7, 20)  # a word is learned when so many sites use it: own, parent's, higher names, text
MIN_ODDS = (0.3, 0.3, 0.3, 0.5)


class Corpus:
    """All pages joined into one set of arrays, so that lexicons are made by a few vector operations."""

    def __init__(self, pages):
        self.pages = pages
        sites = {s: i for i, s in enumerate(sorted({p.site for p in pages}))}
        blocks = [len(p.text) for p in pages]
        elements = [len(p.parent) for p in pages]
        self.block_start = np.concatenate([[0], np.cumsum(blocks)])
        start = np.concatenate([[0], np.cumsum(elements)])
        join = lambda xs, kind: np.concatenate([np.asarray(x, dtype=kind) for x in xs]) if xs else np.zeros(0, kind)
        self.X = np.concatenate([p.X for p in pages])
        self.label = join([p.label for p in pages], np.int8)
        self.words = join([p.words for p in pages], np.float64)
        self.element = join([p.element + s for p, s in zip(pages, start)], np.int64)
        self.parent = join([np.array(p.parent) + s for p, s in zip(pages, start)], np.int64)
        self.page_of_block = np.repeat(np.arange(len(pages)), blocks)
        self.page_of_element = np.repeat(np.arange(len(pages)), elements)
        self.site_of_page = np.array([sites[p.site] for p in pages])
        names = [h for p in pages for h in p.name_hash]
        texts = [h for p in pages for h in p.text_hash]
        self.name_owner, self.names = np.repeat(np.arange(len(names)), [len(h) for h in names]), join(names, np.uint32)
        self.text_owner, self.texts = np.repeat(np.arange(len(texts)), [len(h) for h in texts]), join(texts, np.uint32)
        self.depth = self.depths()
        self.levels()

    def depths(self):
        depth = np.full(len(self.parent), -1)
        roots = self.parent == np.arange(len(self.parent))
        depth[roots] = 0
        while (depth < 0).any():
            new = (depth < 0) & (depth[self.parent] >= 0)
            depth[new] = depth[self.parent[new]] + 1
        return depth

    def levels(self):
        """Per level: blocks and labelled blocks that an element (or block) speaks for."""
        n, e = len(self.parent), self.element
        count = lambda at, w=None: np.bincount(at, weights=w, minlength=n).astype(np.float64)
        own, own_hit = count(e), count(e, self.label)
        up = self.parent[e]
        inner = up != e
        par, par_hit = count(up[inner]), count(up[inner], self.label[inner])
        below, below_hit = own.copy(), own_hit.copy()
        for d in range(self.depth.max(), 0, -1):
            at = np.flatnonzero(self.depth == d)
            np.add.at(below, self.parent[at], below[at])
            np.add.at(below_hit, self.parent[at], below_hit[at])
        self.spoken = [(own_hit, own), (par_hit, par), (below_hit - own_hit, below - own),
                       (self.label.astype(np.float64), np.ones(len(self.label)))]

    def lexicon(self, chosen):
        """Per level: sorted hashes and their log odds * 16, of the pages in the mask `chosen`; one vote a site."""
        out = []
        for level, (hit, total) in enumerate(self.spoken):
            owner, hashes = (self.text_owner, self.texts) if level == 3 else (self.name_owner, self.names)
            page = (self.page_of_block if level == 3 else self.page_of_element)[owner]
            use = chosen[page] & (total[owner] > 0)
            owner, hashes, site = owner[use], hashes[use].astype(np.uint64), self.site_of_page[page[use]].astype(np.uint64)
            key, inverse = np.unique(hashes << np.uint64(16) | site, return_inverse=True)
            p = np.bincount(inverse, weights=hit[owner]) / np.bincount(inverse, weights=total[owner])
            word, inverse = np.unique(key >> np.uint64(16), return_inverse=True)
            votes = np.bincount(inverse)
            rate = (np.bincount(inverse, weights=p) + SHRINK * BASE_RATE) / (votes + SHRINK)
            odds = np.log(rate / (1 - rate)) - np.log(BASE_RATE / (1 - BASE_RATE))
            keep = (votes >= MIN_SITES[level]) & (np.abs(odds) > MIN_ODDS[level])
            out.append((word[keep].astype(np.uint32), np.clip(np.rint(odds[keep] * 16), -127, 127).astype(np.int8)))
        return out

    def odds(self, lexicon, chosen):
        """The twelve numbers of class, id and text words of the blocks in the mask, as features.c makes them."""
        columns = np.zeros((len(self.label), 12), dtype=np.float32)
        for level in range(4):
            owner, hashes, n = (self.text_owner, self.texts, len(self.label)) if level == 3 else (self.name_owner, self.names, len(self.parent))
            word, value = lexicon[level]
            at = np.minimum(np.searchsorted(word, hashes), max(0, len(word) - 1))
            known = word[at] == hashes if len(word) else np.zeros(len(hashes), bool)
            v, o = value[at[known]].astype(np.float64) / 16, owner[known]
            low, high = np.full(n, np.inf), np.full(n, -np.inf)
            np.minimum.at(low, o, v)
            np.maximum.at(high, o, v)
            total, count = np.bincount(o, weights=v, minlength=n), np.bincount(o, minlength=n).astype(np.float64)
            if level == 2:
                for d in range(1, self.depth.max() + 1):
                    e = np.flatnonzero(self.depth == d)
                    up = self.parent[e]
                    low[e], high[e] = np.minimum(low[e], low[up]), np.maximum(high[e], high[up])
                    total[e] += total[up]
                    count[e] += count[up]
            none = count == 0
            low[none] = high[none] = 0
            pick = np.arange(n) if level == 3 else self.element if level == 0 else self.parent[self.element]
            columns[:, 3 * level] = low[pick]
            columns[:, 3 * level + 1] = high[pick]
            columns[:, 3 * level + 2] = (total / np.maximum(1, count))[pick]
        return columns[chosen[self.page_of_block]]


def folds(corpus, k, seed):
    order = np.random.RandomState(seed).permutation(corpus.site_of_page.max() + 1)
    return order[corpus.site_of_page] % k


def weights(corpus, page, news):
    """Longer blocks weigh more, pages are levelled, so that pages of 3,000 blocks don't rule."""
    a, b = corpus.block_start[page], corpus.block_start[page + 1]
    w = np.sqrt(np.minimum(corpus.words[a:b], 150) + 1)
    return w / np.sqrt(w.sum() / 30 + 1) * max(1, (b - a) / BLOCKS_A_PAGE) * news.get(corpus.pages[page].set, 1)


def train(corpus, chosen, first, news, trees=TREES, parameters=None):
    """Trains on the pages of the mask; `first` is the column of the first word feature.
    Returns the model and the lexicon that goes with it."""
    rng = np.random.RandomState(0)
    chosen = chosen & np.array([p.trusted for p in corpus.pages])
    inner, Xs, ys, ws = folds(corpus, 4, 7), [], [], []
    for j in range(4):
        mine = chosen & (inner == j)
        columns = corpus.odds(corpus.lexicon(chosen & (inner != j)), mine)
        X = corpus.X[mine[corpus.page_of_block]].copy()
        X[:, first:first + 12] = columns
        y, at = corpus.label[mine[corpus.page_of_block]], 0
        for page in np.flatnonzero(mine):
            n = corpus.block_start[page + 1] - corpus.block_start[page]
            pick = np.flatnonzero(rng.rand(n) < BLOCKS_A_PAGE / max(1, n))
            Xs.append(X[at + pick])
            ys.append(y[at + pick])
            ws.append(weights(corpus, page, news)[pick])
            at += n
    data = xgboost.DMatrix(np.concatenate(Xs), label=np.concatenate(ys), weight=np.concatenate(ws))
    model = xgboost.train({**PARAMETERS, **(parameters or {})}, data, trees)
    return model, corpus.lexicon(chosen)


def predict(corpus, model, lexicon, chosen, first):
    """page -> (log odds of its blocks, their twelve word numbers) of the pages in the mask."""
    X = corpus.X[chosen[corpus.page_of_block]].copy()
    X[:, first:first + 12] = corpus.odds(lexicon, chosen)
    z, out, at = model.predict(xgboost.DMatrix(X), output_margin=True), {}, 0
    for page in np.flatnonzero(chosen):
        n = corpus.block_start[page + 1] - corpus.block_start[page]
        out[page] = z[at:at + n], X[at:at + n, first:first + 12].copy()
        at += n
    return out


def held_out(corpus, first, news, k=5):
    """The same for every page, each by a model and a lexicon made without its site."""
    fold, out = folds(corpus, k, 1), {}
    for j in range(k):
        model, lexicon = train(corpus, fold != j, first, news)
        out.update(predict(corpus, model, lexicon, fold == j, first))
    return out
