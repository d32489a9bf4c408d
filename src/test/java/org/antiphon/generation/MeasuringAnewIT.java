package org.antiphon.generation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What happens to numbers when metrics change, and what is measured of either direction. */
@QuarkusTest
class MeasuringAnewIT {

    @Inject
    AgroalDataSource database;

    @Inject
    MeasuringAnew anew;

    @Test
    void measuresAnewWhatAnotherSetOfMetricsMeasured() throws Exception {
        String id = done("video-to-sound", new TestMedia().video(true), null).getString("id");
        String before =
                text("select value::text from translation_metric where translation_id = ? and name = 'snr'", id);
        execute("update translation_metric set value = -77, version = 1 where translation_id = ? and name = 'snr'", id);
        execute("delete from translation_metric where translation_id = ? and name = 'note-f1'", id);
        execute("update translation set metric_set = null where id = ?", id);
        while (anew.next()) {
            // until nothing is left to measure
        }
        assertThat(text("select metric_set from translation where id = ?", id)).isEqualTo(MetricSet.FINGERPRINT);
        assertThat(Double.parseDouble(text(
                        "select value::text from translation_metric where translation_id = ? and name = 'snr'", id)))
                .isCloseTo(Double.parseDouble(before), org.assertj.core.api.Assertions.within(0.05));
        assertThat(text("select count(*)::text from translation_metric where translation_id = ?", id))
                .isEqualTo(String.valueOf(MetricSet.SOUND.size() + MetricSet.TOGETHER.size()));
    }

    @Test
    void keepsNumbersThatCannotBeHadAnew() throws Exception {
        String id = done("video-to-sound", new TestMedia().video(true), null).getString("id");
        execute("delete from translation_artifact where translation_id = ? and role = 'soundLossless'", id);
        execute("update translation_metric set value = -77 where translation_id = ? and name = 'snr'", id);
        execute("update translation set metric_set = null where id = ?", id);
        while (anew.next()) {
            // until nothing is left to measure
        }
        assertThat(text("select value::text from translation_metric where translation_id = ? and name = 'snr'", id))
                .isEqualTo("-77");
        assertThat(text("select metric_set from translation where id = ?", id)).isEqualTo(MetricSet.FINGERPRINT);
    }

    @Test
    void comparesAVideoMadeOfASoundWithThePicturesItCameWith() throws Exception {
        TestMedia media = new TestMedia();
        JsonPath done = done("sound-to-video", media.video(true), media.picture());
        Map<String, Object> values = values(done);
        assertThat(values).containsKeys("psnr", "ssim", "psnr-motion");
        assertThat(values.get("psnr")).isNotNull();
        JsonPath alone = done("sound-to-video", media.sound(), media.picture());
        assertThat(alone.getList("metrics.reason", String.class))
                .allSatisfy(reason -> assertThat(reason).contains("without pictures"));
    }

    private static Map<String, Object> values(JsonPath done) {
        return done.<Map<String, Object>>getList("metrics").stream()
                .filter(metric -> metric.get("value") != null)
                .collect(Collectors.toMap(metric -> (String) metric.get("name"), metric -> metric.get("value")));
    }

    private static JsonPath done(String direction, Path file, Path prior) throws IOException {
        var order = given().multiPart("direction", direction).multiPart("media", file.toFile());
        return Jobs.await(
                (prior == null ? order : order.multiPart("prior", prior.toFile())).post("/api/translations"), "done");
    }

    private void execute(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.executeUpdate();
        }
    }

    private String text(String sql, String id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getString(1);
            }
        }
    }
}
