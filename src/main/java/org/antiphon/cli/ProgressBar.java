package org.antiphon.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.antiphon.clip.Progress;

/**
 * Shows how far a command is: on a terminal one line that is painted over, elsewhere a plain line for each new stage and
 * each further tenth of the way. Safe to call from several threads.
 */
final class ProgressBar implements Progress, AutoCloseable {

    private enum Manner {
        SILENT,
        LINES,
        BAR
    }

    private static final int BAR_WIDTH = 24;
    private static final long REPAINT_NANOS = 100_000_000L;

    private final PrintStream out;
    private final Manner manner;
    private final LongSupplier nanos;
    private final long started;
    private long painted;
    private String stage = "";
    private int tenth = -1;
    private int width;

    private ProgressBar(PrintStream out, Manner manner, LongSupplier nanos) {
        this.out = out;
        this.manner = manner;
        this.nanos = nanos;
        this.started = nanos.getAsLong();
        this.painted = started - REPAINT_NANOS;
    }

    static ProgressBar silent() {
        return new ProgressBar(System.err, Manner.SILENT, System::nanoTime);
    }

    static ProgressBar onStandardError() {
        return new ProgressBar(System.err, isTerminal() ? Manner.BAR : Manner.LINES, System::nanoTime);
    }

    static ProgressBar painting(PrintStream out, LongSupplier nanos) {
        return new ProgressBar(out, Manner.BAR, nanos);
    }

    static ProgressBar inLines(PrintStream out, LongSupplier nanos) {
        return new ProgressBar(out, Manner.LINES, nanos);
    }

    @Override
    public synchronized void at(String newStage, double share) {
        double bounded = Double.isNaN(share) ? 0 : Math.max(0, Math.min(1, share));
        switch (manner) {
            case SILENT -> {}
            case LINES -> line(newStage, bounded);
            case BAR -> paint(newStage, bounded);
        }
        stage = newStage;
    }

    private void line(String newStage, double share) {
        int newTenth = (int) (share * 10);
        if (newStage.equals(stage) && newTenth <= tenth) {
            return;
        }
        tenth = newTenth;
        out.println(words(newStage, share));
    }

    private void paint(String newStage, double share) {
        long now = nanos.getAsLong();
        if (now - painted < REPAINT_NANOS && newStage.equals(stage) && share < 1) {
            return;
        }
        painted = now;
        int full = (int) Math.round(share * BAR_WIDTH);
        String line = "[" + "#".repeat(full) + ".".repeat(BAR_WIDTH - full) + "] " + words(newStage, share);
        out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        out.flush();
        width = line.length();
    }

    private String words(String newStage, double share) {
        String percent = String.format(Locale.ROOT, "%3d %%", (int) Math.floor(share * 100));
        return percent + "  " + newStage
                + remaining(share).map(left -> ", " + spoken(left) + " left").orElse("");
    }

    /** Known once two seconds and two percent are behind us. */
    private Optional<Duration> remaining(double share) {
        long elapsed = nanos.getAsLong() - started;
        if (share < 0.02 || share >= 1 || elapsed < 2_000_000_000L) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) (elapsed * (1 - share) / share)));
    }

    private static String spoken(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? (seconds + 30) / 60 + " min"
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds % 3600 / 60);
    }

    /** Wipes the painted line, so that what follows starts on a clean one. */
    @Override
    public synchronized void close() {
        if (manner == Manner.BAR && width > 0) {
            out.print("\r" + " ".repeat(width) + "\r");
            out.flush();
            width = 0;
        }
    }

    /**
     * Whether standard error is a terminal; where the system does not tell, whether there is a console at all.
     */
    @SuppressWarnings("SystemConsoleNull") // the best guess where there is no /proc
    private static boolean isTerminal() {
        String term = System.getenv("TERM");
        if (term == null || term.equals("dumb")) {
            return false;
        }
        Path standardError = Path.of("/proc/self/fd/2");
        try {
            String target = Files.readSymbolicLink(standardError).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }
}
