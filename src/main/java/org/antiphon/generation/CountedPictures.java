package org.antiphon.generation;

import java.util.Iterator;
import org.antiphon.clip.Picture;
import org.antiphon.clip.Progress;

/** Pictures that tell how many of them have been taken. */
public record CountedPictures(Iterable<Picture> pictures, int count, String stage, Progress progress)
        implements Iterable<Picture> {

    @Override
    public Iterator<Picture> iterator() {
        Iterator<Picture> source = pictures.iterator();
        return new Iterator<>() {
            private int taken;

            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public Picture next() {
                Picture picture = source.next();
                progress.at(stage, Math.min(1, (double) ++taken / count));
                return picture;
            }
        };
    }
}
