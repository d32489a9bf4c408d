package org.antiphon.translation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.antiphon.clip.Mel;
import org.antiphon.clip.PerformanceTrack;
import org.antiphon.clip.Progress;
import org.antiphon.clip.Seed;
import org.antiphon.model.ModelStore;
import org.antiphon.model.ModelStore.OpenModel;
import org.antiphon.model.codec.Codec;
import org.antiphon.model.tokens.TokenChoice;
import org.antiphon.model.tokens.TokensModel;

/** Codec and token model, where a folder has them: the way by tokens may be missing, and nothing else changes by it. */
final class TokenVoice implements AutoCloseable {

    private final Device device;
    private final ModelStore store;
    private final Optional<Codec> codec;
    private final Optional<TokensModel> tokens;

    /**
     * @throws java.io.UncheckedIOException naming a file that is broken or does not fit its checksum
     * @throws IllegalArgumentException if weights do not fit their config, or the token model another codec
     */
    TokenVoice(Device device, Path folder) {
        this.device = device;
        store = new ModelStore(folder, device.manager());
        try {
            codec = store.has("codec") ? Optional.of(Codec.open(store)) : Optional.empty();
            tokens = codec.isPresent() && store.has("tokens") ? Optional.of(TokensModel.open(store)) : Optional.empty();
            if (tokens.isPresent()) {
                requireOne(codec.get(), tokens.get(), folder);
            }
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static void requireOne(Codec codec, TokensModel tokens, Path folder) {
        if (codec.config().codebooks() != tokens.config().codebooks()
                || codec.config().entries() != tokens.config().entries()
                || codec.config().codeDim() != tokens.config().codeDim()) {
            throw new IllegalArgumentException("the token model in " + folder + " says tokens of "
                    + tokens.config().codebooks() + " codebooks of "
                    + tokens.config().entries() + ", the codec has "
                    + codec.config().codebooks() + " of " + codec.config().entries());
        }
    }

    boolean speaks() {
        return tokens.isPresent();
    }

    List<OpenModel> opened() {
        return store.opened();
    }

    String checksum() {
        return store.checksum();
    }

    /**
     * @param expected what the track lets expect
     * @param drawn whether tokens are drawn at random; the likeliest are taken otherwise
     * @throws IllegalStateException if there is no token model
     */
    Mel say(PerformanceTrack track, Mel expected, Seed seed, boolean drawn, Progress progress) {
        TokensModel model =
                tokens.orElseThrow(() -> new IllegalStateException("there is no token model among the models"));
        TokenChoice choice = drawn ? TokenChoice.USUAL : TokenChoice.LIKELIEST;
        Codec coder = codec.orElseThrow();
        return device.compute(() -> {
            float[] code = coder.code(device.manager(), expected);
            return coder.decode(device.manager(), model.say(device.manager(), track, code, seed, choice, progress));
        });
    }

    /** A spectrogram as tokens and back; empty if there is no codec. */
    Optional<Mel> coded(Mel mel) {
        return codec.map(
                model -> device.compute(() -> model.decode(device.manager(), model.encode(device.manager(), mel))));
    }

    @Override
    public void close() {
        store.close();
    }
}
