revision 'd165'

upgrade {
    execute 'x'
}
downgrade { }

trait T { }
