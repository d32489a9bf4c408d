package org.antiphon.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A translation as the API tells of it; what is not known yet is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Translation")
public record TranslationView(
        @Schema(description = "Unguessable; whoever knows it can see the translation")
        String id,

        @Schema(enumeration = {"video-to-sound", "sound-to-video"})
        String direction,

        @Schema(enumeration = {"queued", "running", "done", "failed", "cancelled"})
        String status,

        @Schema(description = "What is being done, in words for people", examples = "watching the bow")
        String stage,

        @Schema(description = "Share that is done, 0 to 1") double progress,
        @Schema(description = "Estimate while running") Long remainingSeconds,
        Instant createdAt,

        @Schema(description = "When the files will be deleted")
        Instant expiresAt,

        @Schema(description = "The same seed gives the same translation")
        long seed,

        String model,

        @Schema(description = "How far the input lies within what the model was trained on, 0 to 1")
        Double confidence,

        Double lengthSeconds,

        @Schema(description = "Name of the uploaded file, or of the sample")
        String name,

        @Schema(description = "Id of the sample that was translated")
        String sample,

        @Schema(description = "Id of the translation that this one translates back")
        String origin,

        @Schema(description = "Addresses of what there is; absent while it is not there")
        Map<String, String> links,

        List<Metric> metrics,
        Trouble problem) {

    /** Why a translation failed. */
    @Schema(name = "TranslationProblem")
    public record Trouble(String title, String detail) {}

    /** This translation after it has been deleted. */
    TranslationView gone() {
        return new TranslationView(
                id,
                direction,
                Status.CANCELLED.label(),
                "deleted",
                progress,
                null,
                createdAt,
                expiresAt,
                seed,
                model,
                null,
                lengthSeconds,
                name,
                sample,
                origin,
                Map.of(),
                List.of(),
                null);
    }
}
