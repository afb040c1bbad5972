# SPDX-License-Identifier: Apache-2.0
"""Pages with their truth as arrays: blocks, features, hashed words, labels.

tools/train/dump.c writes the blocks as the program itself sees them; here they are read,
and each block is labelled by the share of its words that the truth's text has in order.
"""
import gzip, json, os, re, subprocess, unicodedata
from collections import Counter
import numpy as np

WORD = re.compile(r'\w+')
INVISIBLE = re.compile('[\u00ad\u200b-\u200f\u2060\ufeff]')
TWO_PART = set('co com org net gov edu ac or ne go gob'.split())


def clean(s):
    return INVISIBLE.sub('', unicodedata.normalize('NFC', s or ''))


def site_of(row):
    """The registered domain, near enough; pages of one site are never split."""
    if not row.get('url'):
        return 'publisher:' + (row.get('publisher') or row['file'])
    host = re.split('[/:]', re.sub(r'^https?://', '', row['url']))[0].lower().split('.')
    two = len(host) > 2 and host[-2] in TWO_PART and len(host[-1]) == 2
    return '.'.join(host[-3:] if two else host[-2:])


class Page:
    """One page: rows of numbers a block, texts, label, and where its blocks and elements begin."""
    __slots__ = ('name', 'kind', 'set', 'site', 'truth', 'X', 'element', 'words', 'shape', 'hidden', 'text',
                 'text_hash', 'parent', 'name_hash', 'label', 'trusted', 'odds')


def read_dump(stream, page):
    head = stream.read(12)
    n, width, elements = np.frombuffer(head, dtype=np.uint32)
    get = lambda count, kind: np.frombuffer(stream.read(int(count) * np.dtype(kind).itemsize), dtype=kind)
    page.X = get(n * width, np.float32).reshape(n, width)
    page.element, page.words, page.shape = get(n, np.uint32), get(n, np.uint32), get(n, np.uint32)
    page.hidden = get(n, np.uint8)
    page.text, page.text_hash, page.parent, page.name_hash = [], [], [], []
    for _ in range(n):
        size = int(get(1, np.uint32)[0])
        page.text.append(clean(stream.read(size).decode('utf-8')))
        page.text_hash.append(get(get(1, np.uint32)[0], np.uint32))
    for _ in range(elements):
        page.parent.append(int(get(1, np.uint32)[0]))
        page.name_hash.append(get(get(1, np.uint32)[0], np.uint32))


def candidates(words, four, one, truth):
    """Places of a block's words in the truth: [start, end, matched words], near ones joined."""
    size, total, found = len(words), len(truth), {}
    if size < 4:
        for at in one.get(words[0], ())[:60]:
            if truth[at:at + size] == words:
                found['s', at] = [at, at + size, size]
        return found.values()
    k = 0
    while k <= size - 4:
        step = 1
        for at in four.get(tuple(words[k:k + 4]), ())[:12]:
            m = 4
            while k + m < size and at + m < total and words[k + m] == truth[at + m]:
                m += 1
            place = found.setdefault((at - k) // 8, [at, at + m, 0])
            place[0], place[1] = min(place[0], at), max(place[1], at + m)
            place[2] += m
            step = max(step, m)
        k += step
    return found.values()


def align(texts, truth):
    """Share of each block's words that the truth has: the best chain of places that keeps both
    orders (a Fenwick tree of prefix maxima), then a second look at what stands in another order."""
    T = WORD.findall(truth)
    n, label = len(T), np.zeros(len(texts))
    four, one = {}, {}
    for i in range(n - 3):
        four.setdefault(tuple(T[i:i + 4]), []).append(i)
    for i, w in enumerate(T):
        one.setdefault(w, []).append(i)
    words = [WORD.findall(t) for t in texts]
    found = []
    for b, w in enumerate(words):
        for start, end, m in candidates(w, four, one, T) if w and n else ():
            m = min(m, end - start)
            gain = m - 0.6 * (len(w) - m) - 0.3 * max(0, end - start - m)
            if gain > 0:
                found.append((b, start, end, gain, m))
    tree, steps, waiting, last = [(0.0, -1)] * (n + 2), [], [], -1

    def best(i):
        top, i = (0.0, -1), i + 1
        while i > 0:
            if tree[i][0] > top[0]:
                top = tree[i]
            i -= i & -i
        return top

    for c in found + [(-2, 0, 0, 0, 0)]:
        if c[0] != last:
            for end, value in waiting:
                i = end + 1
                while i <= n + 1:
                    if value[0] > tree[i][0]:
                        tree[i] = value
                    i += i & -i
            waiting, last = [], c[0]
        if last >= 0:
            before = best(c[1])
            steps.append((c, before[1]))
            waiting.append((c[2], (before[0] + c[3], len(steps) - 1)))
    used, k = [False] * n, best(n)[1]
    while k >= 0:
        c, k = steps[k]
        label[c[0]] = c[4] / len(words[c[0]])
        used[c[1]:c[2]] = [True] * (c[2] - c[1])
    left = Counter(tuple(T[i:i + 4]) for i in range(n - 3) if not any(used[i:i + 4]))
    for b, w in enumerate(words) if left else ():
        if label[b] == 0 and len(w) >= 5:
            grams = [tuple(w[i:i + 4]) for i in range(len(w) - 3)]
            hit = [g for g in grams if left[g] > 0]
            if len(hit) >= 0.7 * len(grams):
                label[b] = len(hit) / len(grams)
                left.subtract(hit)
    return label


def rows(path):
    return [json.loads(l) for l in open(path, encoding='utf-8') if l.strip()]


def listed(data):
    """(page, file, truth text) of every page there is to learn from, in a fixed order."""
    for name in ('fundus-dev', 'wcxb-dev'):
        for t in rows(f'{data}/pages/{name}/truth.jsonl'):
            p = Page()
            p.name, p.set, p.site = t['file'], name, site_of(t)
            p.kind = t.get('page_type') or 'article'
            yield p, f'{data}/pages/{name}/{t["file"]}', t['text']
    path = f'{data}/sections/truth.jsonl'
    for t in rows(path) if os.path.exists(path) else ():
        if not t['file'].endswith('.html.gz') or not t['stories']:
            continue
        p = Page()
        p.name, p.set, p.kind = t['file'], 'sections', 'section'
        p.site = 'template:' + t['template']
        yield p, f'{data}/sections/{t["file"]}', '\n\n'.join(s['articleBody'] for s in t['stories'])


def load(data, dump):
    """All pages. `dump`: the program built from dump.c."""
    jobs = list(listed(data))
    run = subprocess.Popen([dump], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    import threading
    feed = threading.Thread(target=lambda: (run.stdin.write('\n'.join(f for _, f, _ in jobs).encode() + b'\n'), run.stdin.close()))
    feed.start()
    pages = []
    for page, _, truth in jobs:
        read_dump(run.stdout, page)
        page.truth = clean(truth)
        share = align(page.text, page.truth)
        page.label = (share >= 0.5).astype(np.int8)
        size = np.array([len(WORD.findall(t)) for t in page.text])
        total = len(WORD.findall(page.truth))
        found = (size * page.label).sum() / max(1, total)
        page.trusted = len(page.text) > 0 and 0.75 < found < 1.3  # most of the truth stands in the blocks
        pages.append(page)
    feed.join()
    if run.wait() != 0:
        raise SystemExit('the dump of the blocks failed')
    return pages


def feature_names(dump):
    return subprocess.run([dump, '--names'], capture_output=True, text=True, check=True).stdout.split()
