# SPDX-License-Identifier: Apache-2.0
"""How good a choice of blocks is, by the measures of the scorers (word F1, runs of four words, exact)."""
from collections import Counter, defaultdict
import numpy as np
from corpus import WORD


def mean(xs):
    xs = list(xs)
    return sum(xs) / len(xs) if xs else 0.0


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def word_f1(text, truth):
    a, b = Counter(WORD.findall(text.lower())), Counter(WORD.findall(truth.lower()))
    hit = sum((a & b).values())
    return float(not a) if not b else f1(hit / sum(a.values()), hit / sum(b.values())) if hit else 0.0


def shingles(text):
    w = WORD.findall(text)
    return Counter(s for s in (tuple(w[i:i + 4]) for i in range(max(1, len(w) - 3))) if s)


def measures(text, truth):
    a, b = shingles(text), shingles(truth)
    tp, fp, fn = sum((a & b).values()), sum((a - b).values()), sum((b - a).values())
    s = tp + fp + fn or 1
    return word_f1(text, truth), (tp / s, fp / s, fn / s), WORD.findall(text) == WORD.findall(truth)


def best_cut(p, words, low=0.2, high=0.6):
    """The cut with the highest expected word F1 of a page."""
    order = np.argsort(-p, kind='stable')
    w = np.maximum(words, 1)
    k = int(np.argmax(2 * np.cumsum((p * w)[order]) / (np.cumsum(w[order]) + (p * w).sum())))
    return min(max(float(p[order[k]]) - 1e-6, low), high)


def report(title, pages, chosen):
    """chosen: page -> mask of its blocks."""
    groups = defaultdict(list)
    for page, mask in chosen:
        text = '\n\n'.join(t for t, c in zip(page.text, mask) if c)
        row = measures(text, page.truth)
        for g in {page.set, page.kind if page.set == 'wcxb-dev' else page.set}:
            groups[g].append(row)
    print(title)
    for g, v in sorted(groups.items()):
        ratio = lambda tp, e, o: 1.0 if e == 0 and o == 0 else tp / (tp + e) if tp else 0.0
        p = mean(ratio(a, b, c) for _, (a, b, c), _ in v if a + b > 0)
        r = mean(ratio(a, c, b) for _, (a, b, c), _ in v if a + c > 0)
        print(f'  {g:14}{len(v):5} word F1 {mean(x[0] for x in v):.3f} shingle F1 {f1(p, r):.3f} P {p:.3f} R {r:.3f} exact {mean(x[2] for x in v):.3f}', flush=True)
