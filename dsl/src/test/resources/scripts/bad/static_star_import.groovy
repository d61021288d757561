import static java.lang.Math.*
revision 'x'
upgrade {
    execute 'x'
}
downgrade { }
