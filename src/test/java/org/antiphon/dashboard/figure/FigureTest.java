package org.antiphon.dashboard.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FigureTest {

    static Stream<Figure> figures() {
        return Figures.all().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isWellFormedAndSaysWhatItShows(Figure figure) throws Exception {
        for (String svg : List.of(figure.svg(Figure.WIDE), figure.svg(Figure.NARROW), figure.inPage(Figure.NARROW))) {
            Element root = parse(svg).getDocumentElement();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(figure.title());
            assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo(figure.description());
            for (String id : root.getAttribute("aria-labelledby").split(" ")) {
                assertThat(svg).contains("id=\"" + id + "\"");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void keepsEveryWordOnThePaper(Figure figure) throws Exception {
        for (int width : List.of(Figure.NARROW, Figure.WIDE, 1200)) {
            Element root = parse(figure.inPage(width)).getDocumentElement();
            double height = Double.parseDouble(root.getAttribute("height"));
            for (Element text : all(root, "text")) {
                if (text.hasAttribute("transform")) {
                    continue;
                }
                double x = Double.parseDouble(text.getAttribute("x"));
                double y = Double.parseDouble(text.getAttribute("y"));
                double size = Double.parseDouble(text.getAttribute("font-size"));
                double length = Lettering.width(text.getTextContent(), size);
                double left =
                        switch (text.getAttribute("text-anchor")) {
                            case "middle" -> x - length / 2;
                            case "end" -> x - length;
                            default -> x;
                        };
                assertThat(left).as(text.getTextContent() + " at " + width).isGreaterThanOrEqualTo(-8);
                assertThat(left + length)
                        .as(text.getTextContent() + " at " + width)
                        .isLessThanOrEqualTo(width + 8);
                assertThat(y).as(text.getTextContent()).isBetween(8.0, height + 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isPaintedTwiceAsLargeAsItIsDrawn(Figure figure) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png(Figure.WIDE)));
        double height = Double.parseDouble(
                parse(figure.svg(Figure.WIDE)).getDocumentElement().getAttribute("height"));
        assertThat(image.getWidth()).isEqualTo(2 * Figure.WIDE);
        assertThat((double) image.getHeight()).isBetween(2 * height - 1, 2 * height + 1);
        assertThat(image.getRGB(0, 0) & 0xffffff).as("paper").isEqualTo(0xfbfaf6);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void isTheSameWhenItIsDrawnAgain(Figure figure) {
        assertThat(figure.svg(500)).isEqualTo(figure.svg(500));
        assertThat(figure.png(500)).isEqualTo(figure.png(500));
    }

    @Test
    void needsNoStyleSheetThatAPageWouldForbid() {
        for (Figure figure : Figures.all()) {
            assertThat(figure.inPage(Figure.WIDE)).doesNotContain("<style").doesNotContain("style=");
            assertThat(figure.svg(Figure.WIDE)).contains("prefers-color-scheme:dark");
        }
    }

    @Test
    void drawsEveryIntervalThatItKnows() throws Exception {
        Element root = parse(Figures.figure("means", Figures.means()).inPage(Figure.WIDE))
                .getDocumentElement();
        long bars = all(root, "line").stream()
                .filter(line -> line.getAttribute("stroke-width").equals("2"))
                .filter(line -> line.getAttribute("y1").equals(line.getAttribute("y2")))
                .count();
        assertThat(bars).isEqualTo(5);
    }

    @Test
    void comparesConditionsOfAllPanelsOnOneAxis() throws Exception {
        Element root = parse(Figures.figure("means", Figures.means()).inPage(Figure.WIDE))
                .getDocumentElement();
        List<Double> middles = all(root, "circle").stream()
                .map(circle -> Double.parseDouble(circle.getAttribute("cx")))
                .toList();
        // 4.21 in one panel, 4.9 in the other: their distance is that of the axis
        double perUnit = (middles.get(0) - middles.get(3)) / (4.21 - 1.3);
        assertThat(middles.get(4) - middles.get(0)).isCloseTo((4.9 - 4.21) * perUnit, within(0.1));
    }

    @Test
    void refusesANameThatIsNoAddress() {
        assertThatThrownBy(() -> Figures.figure("../etc", Figures.means())).hasMessageContaining("../etc");
    }

    @Test
    void writesItsTableSoThatNoSpreadsheetRunsIt() {
        assertThat(Figures.data().csv()).isEqualTo("""
                condition,mean\r
                performed,4.2109375\r
                "'=cmd, ""x\""",\r
                """);
    }

    @Test
    void breaksLongNamesBetweenWords() {
        assertThat(Lettering.lines("translated-by-the-small-model", 14, 130, 2))
                .hasSize(2)
                .first()
                .asString()
                .endsWith("-");
        assertThat(Lettering.lines("one two three four five six seven", 14, 60, 2)
                        .get(1))
                .endsWith("…");
    }

    @Test
    void readsTicksInStepsThatPeopleCount() {
        assertThat(Axis.of("", 0, 100).ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Axis.of("", 1, 5).ticks()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
        assertThat(Axis.around("", -0.31, 0.42).from()).isLessThanOrEqualTo(-0.31);
        assertThat(Axis.around("", 7, 7).from()).isLessThan(7);
        assertThat(Axis.around("").to()).isEqualTo(1);
        assertThat(Cell.shown(-0.0001, 2)).isEqualTo("0.00");
        assertThat(Cell.shown(-1.5, 1)).isEqualTo("−1.5");
    }

    private static org.assertj.core.data.Offset<Double> within(double tolerance) {
        return org.assertj.core.data.Offset.offset(tolerance);
    }

    private static List<Element> all(Element root, String tag) {
        NodeList nodes = root.getElementsByTagName(tag);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
