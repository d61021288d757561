revision 'd248'

upgrade {
    execute "${(1..40).toList().subsequences().size()}"
}
downgrade { }
