package socketlab.lab.talk;

import org.jline.reader.MaskingCallback;

/** An answer to a question: the arrow keys do not bring it back, and a secret one is not shown. */
enum PromptAnswer implements MaskingCallback {
    OPEN, SECRET;

    @Override
    public String display(String line) {
        return this == OPEN ? line : "";
    }

    @Override
    public String history(String line) {
        return null;
    }
}
