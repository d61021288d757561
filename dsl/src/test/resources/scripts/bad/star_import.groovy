import java.io.*
revision 'x'
upgrade {
    execute 'x'
}
downgrade { }
