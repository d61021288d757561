revision 'd114'

upgrade {
    'x'.withTraits(Comparable)
}
downgrade { }
