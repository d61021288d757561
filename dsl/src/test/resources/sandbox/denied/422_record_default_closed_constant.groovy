revision 'd422'
record R(int w = java.net.HttpURLConnection.HTTP_OK) { }
upgrade {
    execute "${new R().w()}"
}
downgrade { }
