revision 'd225'

upgrade {
    execute new S().toString()
}
downgrade { }

class S { String toString() { "${this}" } }
