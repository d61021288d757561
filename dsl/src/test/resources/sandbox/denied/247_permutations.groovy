revision 'd247'

upgrade {
    execute "${(1..20).permutations().size()}"
}
downgrade { }
