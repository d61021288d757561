revision 'd250'

upgrade {
    execute new BigInteger('9').pow(2000000000).toString()
}
downgrade { }
