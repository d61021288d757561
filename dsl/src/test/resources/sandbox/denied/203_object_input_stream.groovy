revision 'd203'

upgrade {
    new ObjectInputStream(null)
}
downgrade { }
