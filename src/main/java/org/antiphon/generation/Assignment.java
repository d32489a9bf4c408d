package org.antiphon.generation;

import java.util.Optional;
import org.antiphon.clip.Direction;
import org.antiphon.clip.Seed;
import org.antiphon.platform.Digest;

/**
 * What a worker is asked to make.
 *
 * @param id the translation
 * @param attempt the how manieth try this is, from 1
 * @param media the uploaded file
 * @param name what the visitor calls it
 * @param mediaType its media type
 * @param hasSound whether the upload has sound of its own (a reference, when the video is translated)
 * @param hasPicture whether the upload has pictures of its own (a reference, when its sound is translated)
 * @param playable whether browsers play the upload as it is
 * @param aspect shorter side of its pictures over the longer, 1 if it has none
 * @param prior the picture to begin with, when a sound is translated
 */
record Assignment(
        String id,
        int attempt,
        Direction direction,
        Seed seed,
        int steps,
        Digest media,
        String name,
        String mediaType,
        boolean hasSound,
        boolean hasPicture,
        boolean playable,
        double aspect,
        Optional<Digest> prior) {}
