revision 'd423'
upgrade {
    int w = switch (200) { case java.net.HttpURLConnection.HTTP_OK -> 1; default -> 2 }
}
downgrade { }
