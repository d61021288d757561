revision 'd167'

upgrade {
    execute 'x'
}
downgrade { }

class Operations { }
