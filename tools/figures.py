#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes measured figures between their marks in README.md, docs/ and models/.

  figures.py [BUILDDIR]

What it reads, and the command that makes it; what is not there leaves its figures as they are:
  BUILDDIR/eval/report.txt             make eval DATA=DIR
  BUILDDIR/eval-held-out/report.txt    make eval-held-out DATA=DIR
  BUILDDIR/held-out.txt                make train DATA=DIR, or with CHECK=1
  BUILDDIR/bench.txt, bench-record.txt, bench-corpus.txt, bench-feed.txt
                                       make bench PAGES=DIR
  tests/pages/known.txt                make golden
"""
import os, re, sys
from collections import Counter

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
DOCUMENTS = ('README.md', 'docs/blocks.md', 'models/blocks.md')
KINDS = ('article', 'documentation', 'service', 'forum', 'listing', 'collection', 'product')


def read(path):
    """A file's text, or None."""
    if not os.path.exists(path):
        return None
    with open(path, encoding='utf-8') as file:
        return file.read()


def table(head, rows):
    """A table in Markdown; all columns but the first to the right."""
    lines = ['| ' + ' | '.join(head) + ' |', '| --- |' + ' ---: |' * (len(head) - 1)]
    return '\n'.join(lines + ['| ' + ' | '.join(row) + ' |' for row in rows]) + '\n'


def find(pattern, text, default='-'):
    """The first group of a pattern in a text."""
    found = re.search(pattern, text or '', re.MULTILINE)
    return found[1] if found else default


def parts(report):
    """The sets of a report of eval.sh: name to text."""
    pieces = re.split(r'^==== (\S+)\n', report or '', flags=re.MULTILINE)
    return dict(zip(pieces[1::2], pieces[2::2]))


def three(value):
    """A score with three decimals; counts and "-" as they are."""
    return f'{float(value):.3f}' if '.' in value else value


def set_row(name, text, has_stories):
    """How well the pages of a set are read; where most hold no story, bodies are not counted."""
    bodies = [find(r'shingle F1 (\S+)', text), find(r'^shingle P (\S+)', text),
              find(r'^shingle P \S+ R ([\d.]+)', text), find(r'exact (\S+)$', text)]
    rest = [find(r'^word F1 (\S+)', text), find(r'^headline +pages +\d+ +exact (\S+)', text),
            find(r'^authors +pages +\d+ +F1 (\S+)', text), find(r'^date +pages +\d+ +day (\S+)', text),
            find(r' second (\S+) of [1-9]', text)]
    return [name, find(r'^all +(\d+)', text)] + [three(v) for v in (bodies if has_stories else ['-'] * 4) + rest]


def accuracy(reports):
    """Articles and news: sites held out first."""
    names = {'fundus-dev': 'news', 'wcxb-dev': 'all kinds'}
    rows = [set_row(f'{names[name]}, {way}', parts(report)[name], name == 'fundus-dev')
            for name in names for way, report in reports if name in parts(report)]
    return table(['pages', '', 'shingle F1', 'P', 'R', 'exact', 'word F1', 'headline', 'authors F1', 'day', 'second'],
                 rows)


def kinds(reports):
    """Word F1 by kind of page."""
    rows = []
    for way, report in reports:
        text = parts(report).get('wcxb-dev')
        if text:
            rows.append([way] + [find(rf'^{kind} +\d+ +\S+ +\S+ +(\S+)', text) for kind in ('all',) + KINDS])
    return table(['word F1'] + ['all'] + list(KINDS), rows)


def sections(report):
    """Section pages and dumps: the scorer's own columns."""
    text = parts(report).get('sections', '')
    head = find(r'^ +(files .*)$', text).split()
    rows = [[kind] + find(rf'^{kind} +(.*)$', text).split() for kind in ('all', 'article', 'section', 'text')]
    keep = ['files', 'F1', 'bound', 'all.ok', 'descr', 'sect', 'author', 'day', 't.F1', 'age', 't.sec', 'leak']
    names = {'F1': 'stories F1', 'bound': 'boundaries', 'all.ok': 'pages all right', 'descr': 'standfirst',
             'sect': 'section', 'author': 'authors', 't.F1': 'teasers F1', 't.sec': 'their section', 'files': '', 'age': 'their age',
             'leak': 'leaks'}
    at = [head.index(k) + 1 for k in keep]
    return table(['files'] + [names.get(k, k) for k in keep],
                 [[{'text': 'dumps', 'article': 'pages with one story', 'section': 'section pages'}.get(r[0], r[0])] +
                  [r[i] for i in at] for r in rows if len(r) > max(at)])


def held_out(text):
    """Blocks alone, by a model that has not seen the site: news and articles at a cut of 0.6, the
    rest at the page's own."""
    pieces = re.split(r'^(cut .*)\n', text, flags=re.MULTILINE)
    cuts = dict(zip(pieces[1::2], pieces[2::2]))
    names = [('fundus-dev', 'news', 'cut 0.6'), ('article', 'articles of all kinds of sites', 'cut 0.6'),
             ('sections', 'section pages, all stories', 'cut 0.6'), ('wcxb-dev', 'all kinds', 'cut of the best expected F1')]
    names += [(k, k, 'cut of the best expected F1') for k in KINDS if k != 'article']
    rows = []
    for key, name, cut in names:
        found = re.search(rf'^ +{key} +(\d+) word F1 (\S+) shingle F1 (\S+) P (\S+) R (\S+) exact (\S+)', cuts[cut], re.MULTILINE)
        if found:
            rows.append([name, '0.6' if cut == 'cut 0.6' else "the page's own", *found.groups()])
    return table(['pages', 'cut', '', 'word F1', 'shingle F1', 'P', 'R', 'exact'], rows)


def copies(report):
    """Copies and events: the scorers' last lines, and copies found by kind."""
    text, events = parts(report)['copies'], parts(report).get('events-dev', '')
    rows = [['pairs of copies, F1', find(r'^copies pair F1 (\S+)', text)],
            ['groups of copies, B-cubed F1', find(r'^copies pair F1 \S+ B-cubed F1 (\S+)', text)],
            ['edited heavily, found', find(r'edited heavily (\S+)', text)],
            ['direction', find(r' direction (\S+) share', text)],
            ['error of the share', find(r' share MAE (\S+) false', text)],
            ['false links', find(r' false links (\d+) event', text)],
            ['events of these stories, B-cubed F1', find(r' event B-cubed F1 (\S+)$', text)],
            ['events of 342 other articles, B-cubed F1', find(r'^B-cubed P \S+ R \S+ F1 (\S+)', events)]]
    return table(['copies and events', 'score'], rows)


def known(text):
    """The classes of errors on golden pages."""
    lines = [line for line in text.splitlines() if line and not line.startswith('#')]
    count = Counter()
    pages = {}
    for line in lines:
        page, _, what = line.partition(': ')
        what = re.sub(r'^story \d+ ', '', what)
        what = {'teasers': 'teasers missed or too many', 'stories': 'number of stories', 'types': 'what a part is'}.get(what, what)
        count[what] += 1
        pages.setdefault(what, []).append(page)
    rows = [[what, str(n), str(len(set(pages[what]))), '`' + '`, `'.join(sorted(set(pages[what]))[:3]) + '`']
            for what, n in sorted(count.items(), key=lambda x: (-x[1], x[0]))]
    return table(['field', 'wrong', 'pages', 'such as'], rows)


def main():
    """Fills every mark whose source is there."""
    build = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, 'build')
    eval_report = read(f'{build}/eval/report.txt')
    held_report = read(f'{build}/eval-held-out/report.txt')
    reports = [(way, text) for way, text in (('sites held out', held_report), ('learned from', eval_report)) if text]
    check, bench = read(f'{build}/held-out.txt'), read(f'{build}/bench.txt')
    figures = {'known': known(read(os.path.join(ROOT, 'tests/pages/known.txt')))}
    if reports:
        figures |= {'accuracy': accuracy(reports), 'kinds': kinds(reports)}
    if eval_report:
        figures['sections'] = sections(eval_report)
    if check:
        figures['held-out'] = held_out(check)
    if bench:
        figures['speed'] = f'```\n{bench.strip()}\n```\n'
    record = read(f'{build}/bench-record.txt')
    if record:
        figures['record-speed'] = f'```\n{record.strip()}\n```\n'
    corpus = read(f'{build}/bench-corpus.txt')
    if corpus:
        figures['corpus-speed'] = f'```\n{corpus.strip()}\n```\n'
    feeds = read(f'{build}/bench-feed.txt')
    if feeds:
        figures['feed-speed'] = f'```\n{feeds.strip()}\n```\n'
    if eval_report and 'copies' in parts(eval_report):
        figures['copies'] = copies(eval_report)
    for path in DOCUMENTS:
        old = new = read(os.path.join(ROOT, path))
        for name, text in figures.items():
            new = re.sub(rf'(<!-- figures: {name} -->\n).*?(<!-- /figures -->)', lambda m: m[1] + text + m[2], new, flags=re.DOTALL)
        if new != old:
            with open(os.path.join(ROOT, path), 'w', encoding='utf-8') as file:
                file.write(new)
            print(f'{path}: figures written')


if __name__ == '__main__':
    main()
