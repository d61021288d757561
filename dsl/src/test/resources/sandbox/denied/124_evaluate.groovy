revision 'd124'

upgrade {
    evaluate('1')
}
downgrade { }
