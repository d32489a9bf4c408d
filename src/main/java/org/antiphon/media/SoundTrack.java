package org.antiphon.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antiphon.clip.Waveform;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;

/** A mono sound track being written: AAC for people, 24-bit FLAC for keeping. */
final class SoundTrack {

    private static final List<Integer> AAC_RATES =
            List.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 64_000, 88_200, 96_000);

    private final MediaOutput output;
    private final MediaOutput.Track track;
    private final Waveform sound;
    private final int frameSize;
    private int position;

    private SoundTrack(
            MediaOutput output,
            AVCodecContext codec,
            Waveform sound,
            Map<String, String> settings,
            Optional<MediaOutput.Shaping> shaping)
            throws IOException {
        this.output = output;
        this.sound = sound;
        int rate = sound.rate().hertz();
        codec.sample_rate(rate);
        codec.time_base(new AVRational().num(1).den(rate));
        av_channel_layout_default(codec.ch_layout(), 1);
        codec.flags(codec.flags() | AV_CODEC_FLAG_BITEXACT);
        track = output.add(codec, settings, shaping);
        frameSize = codec.frame_size() > 0 ? codec.frame_size() : 4096;
    }

    /** 160 kb/s, or as much as AAC allows at a low rate. */
    static SoundTrack aac(MediaOutput output, Waveform sound) throws IOException {
        return aac(output, sound, Optional.empty());
    }

    /** @param shaping what is done with every frame before it is written */
    static SoundTrack aac(MediaOutput output, Waveform sound, MediaOutput.Shaping shaping) throws IOException {
        return aac(output, sound, Optional.of(shaping));
    }

    private static SoundTrack aac(MediaOutput output, Waveform sound, Optional<MediaOutput.Shaping> shaping)
            throws IOException {
        if (!AAC_RATES.contains(sound.rate().hertz())) {
            throw new IOException("AAC knows rates of " + AAC_RATES + " Hz, the sound has "
                    + sound.rate().hertz() + " Hz: resample it first");
        }
        AVCodecContext codec = output.encoder("aac");
        codec.sample_fmt(AV_SAMPLE_FMT_FLTP);
        codec.bit_rate(Math.min(160_000, sound.rate().hertz() * 5L));
        return new SoundTrack(output, codec, sound, Map.of("aac_coder", "twoloop"), shaping);
    }

    static SoundTrack flac(MediaOutput output, Waveform sound) throws IOException {
        AVCodecContext codec = output.encoder("flac");
        codec.sample_fmt(AV_SAMPLE_FMT_S32);
        codec.bits_per_raw_sample(24);
        return new SoundTrack(output, codec, sound, Map.of(), Optional.empty());
    }

    /** Writes everything that begins before {@code seconds}. */
    void writeUntil(double seconds) throws IOException {
        while (position < sound.length() && sound.rate().seconds(position) < seconds) {
            writeFrame();
        }
    }

    private void writeFrame() throws IOException {
        int count = Math.min(frameSize, sound.length() - position);
        AVFrame frame = av_frame_alloc();
        try {
            frame.format(track.codec().sample_fmt());
            frame.sample_rate(sound.rate().hertz());
            frame.nb_samples(count);
            av_channel_layout_default(frame.ch_layout(), 1);
            FFmpeg.check(av_frame_get_buffer(frame, 0), "reserve sound");
            FFmpeg.check(av_frame_make_writable(frame), "reserve sound");
            fill(frame, count);
            frame.pts(position);
            output.encode(track, frame);
            position += count;
        } finally {
            av_frame_free(frame);
        }
    }

    private void fill(AVFrame frame, int count) {
        if (track.codec().sample_fmt() == AV_SAMPLE_FMT_FLTP) {
            new FloatPointer(frame.data(0)).put(sound.samples(), position, count);
            return;
        }
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = WavFile.to24Bit(sound.samples()[position + i]) << 8;
        }
        new IntPointer(frame.data(0)).put(values, 0, count);
    }
}
