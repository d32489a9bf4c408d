package org.antiphon.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What can be told of a model without opening it: nothing is verified, and no weight is read.
 *
 * @param path the card itself, in Markdown
 */
public record ModelCard(String family, String name, Path path) {

    /**
     * One for each family that has a model in the folder, by name of the family; none if there is no such folder.
     *
     * @throws UncheckedIOException naming a folder that cannot be read
     */
    public static List<ModelCard> in(Path models) {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> families = Files.list(models)) {
            List<ModelCard> cards = new ArrayList<>();
            for (Path family : families.filter(Files::isDirectory).sorted().toList()) {
                ModelFolder.first(family)
                        .ifPresent(folder -> cards.add(new ModelCard(
                                family.getFileName().toString(),
                                folder.getFileName().toString(),
                                folder.resolve(ModelFolder.CARD))));
            }
            return cards;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the models in " + models + ": " + e.getMessage(), e);
        }
    }
}
