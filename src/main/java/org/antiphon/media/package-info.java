/**
 * Media files: looks into them, decodes them onto a constant time grid, writes them.
 *
 * <p>Takes paths, gives {@link org.antiphon.clip.Clip}s of pictures at a constant rate and mono sound, or refuses with
 * a {@link org.antiphon.media.MediaRejected} that a person understands. All limits on files from strangers live here:
 * the kind is told from the first bytes, only listed containers and codecs are opened, and
 * {@link org.antiphon.media.IsolatedMediaReader} decodes in another process so that a file that kills a decoder kills
 * nothing else. {@link org.antiphon.media.DirectMediaReader} is for files of our own.
 * Uses only {@code clip}; every package that touches files may use it.
 */
package org.antiphon.media;
