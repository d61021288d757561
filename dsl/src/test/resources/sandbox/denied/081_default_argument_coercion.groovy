revision 'd081'

upgrade {
    open()
}
downgrade { }

def open(FileOutputStream f = ['target/pwned']) { f }
