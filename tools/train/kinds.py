# SPDX-License-Identifier: Apache-2.0
"""The page model: article, list, or neither, from sums over blocks that were labelled without their site.

The numbers are those of src/stories/blocks/kind.c, in its order.
"""
import numpy as np
import xgboost

PARAMETERS = dict(max_depth=4, eta=0.1, subsample=0.8, colsample_bytree=0.6, min_child_weight=3, max_bin=64,
                  objective='binary:logistic', tree_method='hist', nthread=2, seed=0)
TREES = 60
LISTS = {'listing', 'collection', 'category'}


def best_expected(p, words):
    order = np.argsort(-p, kind='stable')
    w = np.maximum(words, 1)
    hit, taken = np.cumsum((p * w)[order]), np.cumsum(w[order])
    return float(np.max(2 * hit / (taken + (p * w).sum())))


def numbers(page, p, column):
    """One row for a page; p: the chance of each of its blocks, column: name -> column of page.X."""
    f = lambda name: page.X[:, column[name]].astype(np.float64)
    w = page.words.astype(np.float64)
    on = p > 0.5
    ww, words, blocks = w[on], w[on].sum(), on.sum()
    by = lambda v: (ww * v[on]).sum() / words if words else 0.0
    heading = (f('t_h2') + f('t_h3') + f('t_h4')) != 0
    chance = (w * p).sum()
    n = len(w)
    a_block = lambda v: v[on].sum() / blocks if blocks else 0.0
    row = [
        np.log1p(words), words / max(1e-9, w.sum()), best_expected(p, w), np.log1p(blocks),
        np.log1p(words / blocks) if blocks else 0.0, by(f('ld')), by(((f('t_li') != 0) | (f('a_li') != 0)).astype(float)),
        by(f('a_table')), by(f('t_p')), by(f('endp')), a_block(heading.astype(float)),
        a_block((heading & (f('ld') > 0.5)).astype(float)), f('tsim').max(), ((f('date') != 0) & (w < 25)).sum() / n,
        f('time').sum() / n, by(((f('c_pos') >= 0) & (f('c_pos') <= 1)).astype(float)),
        (w * p * (1 - p)).sum() / chance if chance else 0.0, f('s2n')[on].max() if blocks else 0.0, a_block(f('quest')),
        by(f('t_pre')), by(f('digit')), by(page.odds[:, 8]), by(page.odds[:, 11]), by(f('bold')), (f('ld') > 0.5).sum() / n,
    ]
    return row + page.X[0, column['pg_n']:column['pg_h'] + 1].tolist()


def classes(page):
    """(is an article, is a list): what the truth says."""
    return page.kind in ('article', 'section'), page.kind in LISTS


def train(pages, chances, column):
    X = np.array([numbers(p, c, column) for p, c in zip(pages, chances)], dtype=np.float32)
    y = np.array([classes(p) for p in pages])
    return [xgboost.train(PARAMETERS, xgboost.DMatrix(X, label=y[:, k]), TREES) for k in (0, 1)], X, y
