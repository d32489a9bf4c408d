package org.antiphon.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.antiphon.translation.Windows.Window;
import org.junit.jupiter.api.Test;

class WindowsTest {

    @Test
    void coversEveryLengthWithoutGapAndWithoutIdleWindows() {
        for (int total = 1; total < 200; total++) {
            List<Window> windows = Windows.cover(total, 20, 6);
            assertThat(windows.get(0).start()).isZero();
            assertThat(windows.get(windows.size() - 1).end()).isEqualTo(total);
            for (int i = 1; i < windows.size(); i++) {
                assertThat(windows.get(i).start()).isEqualTo(windows.get(i - 1).end() - 6);
                assertThat(windows.get(i).length()).isGreaterThan(6);
            }
        }
    }

    @Test
    void whatAllWindowsAgreeOnIsKept() {
        int total = 103;
        Windows joined = new Windows(2, total);
        for (Window window : Windows.cover(total, 20, 6)) {
            float[] values = new float[2 * 20];
            for (int i = 0; i < window.length(); i++) {
                values[i] = window.start() + i;
                values[20 + i] = -window.start() - i;
            }
            joined.add(values, 20, window.start(), window.length(), 6);
        }
        for (int i = 0; i < total; i++) {
            assertThat(joined.joined()[i]).isCloseTo(i, within(1e-3f));
            assertThat(joined.joined()[total + i]).isCloseTo(-i, within(1e-3f));
        }
    }

    @Test
    void fadesFromOneWindowToTheNext() {
        Windows joined = new Windows(1, 30);
        float[] ones = new float[20];
        Arrays.fill(ones, 1);
        joined.add(new float[20], 20, 0, 20, 10);
        joined.add(ones, 20, 10, 20, 10);
        float[] values = joined.joined();
        assertThat(values[9]).isZero();
        assertThat(values[20]).isEqualTo(1);
        for (int i = 10; i <= 20; i++) {
            assertThat(values[i]).isGreaterThan(values[i - 1]);
        }
    }

    @Test
    void refusesWindowsThatWouldNotMoveOn() {
        assertThatIllegalArgumentException().isThrownBy(() -> Windows.cover(100, 10, 6));
    }
}
