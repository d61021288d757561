revision 'd267'

upgrade {
    execute new Random().ints().sum().toString()
}
downgrade { }
