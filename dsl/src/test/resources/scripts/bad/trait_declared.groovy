revision 'x'
upgrade {
    execute 'x'
}
downgrade { }
trait T { }
