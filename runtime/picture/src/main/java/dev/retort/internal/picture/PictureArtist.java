package dev.retort.internal.picture;

import dev.retort.internal.drawing.Artist;
import dev.retort.internal.drawing.Drawing;
import dev.retort.internal.drawing.DrawnFormat;

/** The service that draws. */
public final class PictureArtist implements Artist {

    @Override
    public String draw(Drawing drawing, DrawnFormat format) {
        return switch (format) {
            case HTML -> new PicturePage(drawing).text();
            case SVG -> SvgFile.of(drawing);
            case MERMAID -> MermaidText.of(drawing);
            case DOT -> DotText.of(drawing);
        };
    }
}
