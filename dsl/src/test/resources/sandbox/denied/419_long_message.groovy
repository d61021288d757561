revision 'd419'

upgrade {
    throw new IllegalStateException('x' * 900_000)
}
downgrade { }
