package org.antiphon.translation;

/** The device that computes has no memory left for this request; nothing else is wrong, and others may go on. */
public final class DeviceOutOfMemory extends RuntimeException {

    private static final long serialVersionUID = 1;

    DeviceOutOfMemory(String device, Throwable cause) {
        super("the device " + device + " ran out of memory; a shorter clip or fewer jobs at once may fit", cause);
    }
}
