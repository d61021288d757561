revision 'd310'

upgrade {
    this.with { getClass().module.toString() }
}
downgrade { }
