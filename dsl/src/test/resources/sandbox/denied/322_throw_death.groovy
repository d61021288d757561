revision 'd322'

upgrade {
    throw new ThreadDeath()
}
downgrade { }
