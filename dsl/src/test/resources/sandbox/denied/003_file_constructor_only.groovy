revision 'd003'

upgrade {
    def f = new FileOutputStream('target/pwned')
}
downgrade { }
