package org.antiphon.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.antiphon.clip.Clip;
import org.antiphon.clip.FrameRate;
import org.antiphon.clip.Picture;
import org.antiphon.clip.SampleRate;

/**
 * Decodes files from strangers, each in a process of its own: a file that crashes the decoder, makes it hang or eat
 * memory ends as a {@link MediaRejected}, and nothing else notices.
 *
 * <p>A new process is made ready in advance while nobody waits, so that a file need not wait for it. A process sees one
 * file only, has half a gigabyte of heap, 1.5 GiB in all, the time of {@link MediaLimits#timeout()}, and none of the
 * environment's secrets. What it answers is believed no further than the limits and the request go. Safe for several
 * threads; callers beyond the number of processes allowed at once wait.
 */
public final class IsolatedMediaReader implements MediaReader, AutoCloseable {

    /** Pictures of one clip may take this much memory of this process: 5 minutes at 96×96 take a fifth of it. */
    private static final long MOST_PICTURE_BYTES = 1L << 30;

    /** Memory of a decoder process; 4K video takes about 0.4 GiB. */
    private static final long MOST_MEMORY = 1536L << 20;

    private final MediaLimits limits;
    private final DecoderProcess.Program program;
    private final Semaphore atOnce;
    private final ScheduledExecutorService clock;
    private final Object lock = new Object();
    private DecoderProcess spare;
    private boolean closed;

    /** Two files at once, for strangers. */
    public IsolatedMediaReader() {
        this(MediaLimits.DEFAULT, 2);
    }

    /** @param atOnce how many files may be decoded at the same time */
    public IsolatedMediaReader(MediaLimits limits, int atOnce) {
        this(limits, atOnce, DecoderMain.class, MOST_MEMORY);
    }

    /** With another decoder program, to rehearse what a broken one does. */
    IsolatedMediaReader(MediaLimits limits, int atOnce, Class<?> main, long memory) {
        this.limits = limits;
        this.atOnce = new Semaphore(atOnce, true);
        this.program = new DecoderProcess.Program(main.getName(), DecoderClassPath.of(List.of(main)), memory);
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "decoder clock");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public MediaInfo probe(Path file) throws MediaRejected {
        Answer answer = new Answer(new Wire.Order(Wire.Task.PROBE, absolute(file), limits, DecodeRequest.forModel()));
        run(answer);
        return answer.info.orElseThrow(() -> died(file, "gave no answer about the file"));
    }

    @Override
    public Clip decode(Path file, DecodeRequest request) throws MediaRejected {
        Answer answer = new Answer(new Wire.Order(Wire.Task.DECODE, absolute(file), limits, request));
        run(answer);
        if (answer.pictures + answer.samples == 0) {
            throw died(file, "gave no picture and no sound");
        }
        return answer.sink.clip(request.rate(), request.soundRate());
    }

    /**
     * The pictures of {@link #decode}, each handed over as it is decoded, so that a file of any length needs the memory of
     * one. What the request wants of the sound is left out.
     *
     * @throws MediaRejected if the file is refused, or holds no picture
     * @throws IOException if {@code each} throws it
     */
    public void pictures(Path file, DecodeRequest request, PictureSink each) throws MediaRejected, IOException {
        Handing handing = new Handing(each);
        Wire.Order order = new Wire.Order(Wire.Task.DECODE, absolute(file), limits, request.picturesOnly());
        try {
            run(new Answer(order, handing));
        } catch (MediaRejected e) {
            if (handing.failure != null) {
                throw handing.failure;
            }
            throw e;
        }
        if (handing.count == 0) {
            throw died(file, "gave no picture");
        }
    }

    /** Hands pictures on, and remembers whose failure it was. */
    private static final class Handing implements ClipSink {

        private final PictureSink each;
        private IOException failure;
        private long count;

        Handing(PictureSink each) {
            this.each = each;
        }

        @Override
        public void pictures(Picture picture, int times) throws IOException {
            for (int i = 0; i < times; i++) {
                count++;
                try {
                    each.picture(picture);
                } catch (IOException e) {
                    failure = e;
                    throw e;
                }
            }
        }

        @Override
        public void sound(float[] samples) {
            // not asked for
        }
    }

    @Override
    public Picture picture(Path file, int maxSide) throws MediaRejected {
        DecodeRequest request =
                new DecodeRequest(Optional.empty(), maxSide, FrameRate.MODEL, SampleRate.MODEL, true, false);
        Answer answer = new Answer(new Wire.Order(Wire.Task.PICTURE, absolute(file), limits, request));
        run(answer);
        return answer.sink
                .clip(request.rate(), request.soundRate())
                .frames()
                .orElseThrow(() -> died(file, "gave no picture"))
                .pictures()
                .get(0);
    }

    @Override
    public void browserCopy(Path file, int maxSide, Path out) throws MediaRejected {
        DecodeRequest request = DecodeRequest.forDisplay(maxSide);
        try {
            run(new Answer(new Wire.Order(Wire.Task.COPY, absolute(file), limits, request, absolute(out))));
        } catch (MediaRejected e) {
            try {
                Files.deleteIfExists(out); // a decoder that died could not clean up
            } catch (IOException left) {
                e.addSuppressed(left);
            }
            throw e;
        }
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath();
    }

    private void run(Answer answer) throws MediaRejected {
        FileKind.of(answer.order.file()); // empty and foreign files need no process
        try {
            atOnce.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting to decode " + answer.order.file());
        }
        try (DecoderProcess decoder = take()) {
            converse(decoder, answer);
        } finally {
            atOnce.release();
            prepareSpare();
        }
    }

    private void converse(DecoderProcess decoder, Answer answer) throws MediaRejected {
        AtomicBoolean late = new AtomicBoolean();
        Runnable stop = () -> {
            late.set(true);
            decoder.close();
        };
        long allowed = limits.timeout().toMillis() + 500; // the decoder's own, more exact answer comes first
        Future<?> alarm = clock.schedule(stop, allowed, TimeUnit.MILLISECONDS);
        try {
            answer.order.write(decoder.out());
            answer.read(decoder.in());
        } catch (CollectingSink.TooMuch e) {
            throw DirectMediaReader.failed(answer.order.file(), e);
        } catch (IOException | IllegalArgumentException e) {
            Path file = answer.order.file();
            MediaRejected rejected =
                    late.get() ? Deadline.exceeded(file, limits.timeout()) : died(file, decoder.exitStatus(), limits);
            rejected.initCause(e);
            throw rejected;
        } finally {
            alarm.cancel(false);
        }
    }

    private static MediaRejected died(Path file, int status, MediaLimits limits) {
        return switch (status) {
            case DecoderWatch.OUT_OF_TIME -> Deadline.exceeded(file, limits.timeout());
            case DecoderWatch.OUT_OF_MEMORY, 3 -> died(file, "made the decoder run out of memory"); // 3: Java heap
            default -> died(file, "made the decoder fail (status " + status + ")");
        };
    }

    private static MediaRejected died(Path file, String finding) {
        return MediaRejected.of(
                RejectionCode.DECODER_DIED,
                file,
                finding,
                "It may be damaged: export it again, for example as mp4 with H.264 and AAC.");
    }

    /** The spare process if there is one, else a new one. */
    private DecoderProcess take() {
        DecoderProcess ready;
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException("this media reader is closed");
            }
            ready = spare;
            spare = null;
        }
        if (ready != null) {
            if (ready.alive() && ready.ready()) {
                return ready;
            }
            ready.close();
        }
        DecoderProcess fresh = DecoderProcess.start(program);
        if (!fresh.ready()) {
            int status = fresh.exitStatus();
            throw new IllegalStateException("the decoder process does not start (status " + status + ", class path "
                    + program.classPath() + ")");
        }
        return fresh;
    }

    private void prepareSpare() {
        synchronized (lock) {
            if (!closed && spare == null) {
                try {
                    spare = DecoderProcess.start(program);
                } catch (UncheckedIOException e) {
                    spare = null; // the next file starts its own, and says so if that fails as well
                }
            }
        }
    }

    /** Makes a process ready now, so that the first file does not wait for it. */
    public void warmUp() {
        prepareSpare();
    }

    /** Ends the waiting process; files being decoded are finished by their callers. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            if (spare != null) {
                spare.close();
                spare = null;
            }
        }
        clock.shutdown();
    }

    /** Reads one answer, believing nothing beyond the limits. */
    private static final class Answer {

        private final Wire.Order order;
        private final ClipSink into;
        private final CollectingSink sink;
        private Optional<MediaInfo> info = Optional.empty();
        private Picture first;
        private long pictures;
        private long samples;

        /** Gathers what comes. */
        Answer(Wire.Order order) {
            this.order = order;
            this.sink = new CollectingSink(MOST_PICTURE_BYTES);
            this.into = sink;
        }

        /** Hands on what comes. */
        Answer(Wire.Order order, ClipSink into) {
            this.order = order;
            this.sink = null;
            this.into = into;
        }

        void read(DataInputStream in) throws IOException, MediaRejected {
            while (true) {
                int message = in.readUnsignedByte();
                switch (message) {
                    case Wire.INFO -> info = Optional.of(Wire.readInfo(in));
                    case Wire.PICTURE -> readPicture(in);
                    case Wire.SOUND -> readSound(in);
                    case Wire.REJECTED -> throw Wire.readRejected(in, order.file());
                    case Wire.END -> {
                        return;
                    }
                    default -> throw new IOException("the decoder says " + message + ", which means nothing");
                }
            }
        }

        private void readPicture(DataInputStream in) throws IOException {
            int width = in.readInt();
            int height = in.readInt();
            int times = in.readInt();
            pictures += times;
            long most = (long) Math.ceil(
                    (order.limits().maxSeconds() + 1) * order.request().rate().perSecond());
            if (times < 1 || pictures > most) {
                throw new IOException("the decoder speaks of " + pictures + " pictures, at most " + most + " can be");
            }
            Picture picture = Wire.readPicture(in, width, height, order.limits().maxPixels() * 4);
            if (first != null && (first.width() != width || first.height() != height)) {
                throw new IOException("the decoder speaks of pictures of different sizes");
            }
            first = first == null ? picture : first;
            into.pictures(picture, times);
        }

        private void readSound(DataInputStream in) throws IOException {
            float[] piece = Wire.readSound(in);
            samples += piece.length;
            double most = (order.limits().maxSeconds() + 1)
                    * order.request().soundRate().hertz();
            if (samples > most) {
                throw new IOException("the decoder speaks of " + samples + " samples, at most " + most + " can be");
            }
            into.sound(piece);
        }
    }
}
