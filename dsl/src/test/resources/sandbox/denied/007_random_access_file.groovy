revision 'd007'

upgrade {
    new RandomAccessFile('target/pwned', 'rw')
}
downgrade { }
