# bash completion for nutgraf; made by: nutgraf completion bash
_nutgraf()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local command=${COMP_WORDS[1]} words=
    if ((COMP_CWORD == 1)); then
        COMPREPLY=($(compgen -W "read feeds robots group quotes diff said show index verify completion help --help --version" -- "$cur"))
        return
    fi
    case $command:$prev in
    read:--format|read:-f)
        COMPREPLY=($(compgen -W "jsonl text markdown html" -- "$cur"))
        return ;;
    read:--as)
        COMPREPLY=($(compgen -W "auto article section page text feed plain sitemap opml" -- "$cur"))
        return ;;
    read:--url|read:-u)
        COMPREPLY=()
        return ;;
    read:--now|read:-n)
        COMPREPLY=()
        return ;;
    read:--with|read:-w)
        COMPREPLY=($(compgen -W "attributions names dates figures relations all" -- "$cur"))
        return ;;
    read:--model)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    read:--files-from)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    read:--manifest|read:-m)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    read:--output|read:-o)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    read:--resume)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    read:--summary)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    read:--range|read:-r)
        COMPREPLY=()
        return ;;
    read:--host)
        COMPREPLY=()
        return ;;
    read:--from)
        COMPREPLY=()
        return ;;
    read:--to)
        COMPREPLY=()
        return ;;
    read:--words)
        COMPREPLY=()
        return ;;
    read:--language)
        COMPREPLY=()
        return ;;
    read:--kind)
        COMPREPLY=($(compgen -W "article section page text feed sitemap opml" -- "$cur"))
        return ;;
    read:--jobs|read:-j)
        COMPREPLY=()
        return ;;
    read:--max-size)
        COMPREPLY=()
        return ;;
    read:--max-depth)
        COMPREPLY=()
        return ;;
    read:--max-time)
        COMPREPLY=()
        return ;;
    feeds:--format|feeds:-f)
        COMPREPLY=($(compgen -W "jsonl text opml" -- "$cur"))
        return ;;
    feeds:--url|feeds:-u)
        COMPREPLY=()
        return ;;
    feeds:--output|feeds:-o)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    robots:--agent|robots:-a)
        COMPREPLY=()
        return ;;
    robots:--format|robots:-f)
        COMPREPLY=($(compgen -W "jsonl text" -- "$cur"))
        return ;;
    group:--format|group:-f)
        COMPREPLY=($(compgen -W "jsonl text" -- "$cur"))
        return ;;
    group:--window|group:-w)
        COMPREPLY=()
        return ;;
    group:--index|group:-i)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    group:--output|group:-o)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    quotes:--format|quotes:-f)
        COMPREPLY=($(compgen -W "jsonl text" -- "$cur"))
        return ;;
    quotes:--output|quotes:-o)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    diff:--format|diff:-f)
        COMPREPLY=($(compgen -W "jsonl text" -- "$cur"))
        return ;;
    said:--format|said:-f)
        COMPREPLY=($(compgen -W "text jsonl csv markdown" -- "$cur"))
        return ;;
    said:--by|said:-b)
        COMPREPLY=($(compgen -W "story speaker" -- "$cur"))
        return ;;
    said:--speaker|said:-s)
        COMPREPLY=()
        return ;;
    said:--about|said:-a)
        COMPREPLY=()
        return ;;
    said:--as)
        COMPREPLY=($(compgen -W "auto article section page text feed plain sitemap opml" -- "$cur"))
        return ;;
    said:--now|said:-n)
        COMPREPLY=()
        return ;;
    said:--model)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    said:--files-from)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    said:--manifest|said:-m)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    said:--output|said:-o)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    show:--max-size)
        COMPREPLY=()
        return ;;
    index:--output|index:-o)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    index:--files-from)
        COMPREPLY=($(compgen -f -- "$cur"))
        return ;;
    help:*)
        COMPREPLY=($(compgen -W "read feeds robots group quotes diff said show index verify completion help" -- "$cur"))
        return ;;
    completion:*)
        COMPREPLY=($(compgen -W "bash zsh fish" -- "$cur"))
        return ;;
    esac
    case $command in
    read) words="--help --format --as --url --now --evidence --comments --with --fast --model --files-from --null --manifest --output --resume --summary --range --unordered --host --from --to --words --language --kind --jobs --max-size --max-depth --max-time" ;;
    feeds) words="--help --format --url --output" ;;
    robots) words="--help --agent --format" ;;
    group) words="--help --threads --format --window --index --output" ;;
    quotes) words="--help --format --output" ;;
    diff) words="--help --format" ;;
    said) words="--help --format --by --speaker --about --unnamed --declined --denied --as --now --fast --model --files-from --manifest --output" ;;
    show) words="--help --max-size" ;;
    index) words="--help --output --files-from" ;;
    verify) words="--help --quiet" ;;
    completion) words="--help" ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$words" -- "$cur"))
    else
        COMPREPLY=($(compgen -f -- "$cur"))
    fi
}
complete -o filenames -F _nutgraf nutgraf
