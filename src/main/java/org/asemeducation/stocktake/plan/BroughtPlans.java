package org.asemeducation.stocktake.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.springframework.stereotype.Component;

/**
 * Plans that somebody brings beside the one in force: read from any kind of file, kept as
 * text, written again as any kind of file.
 */
@Component
public class BroughtPlans {

	private final PlanFormats formats;

	private final PlanReader reader;

	BroughtPlans(PlanFormats formats, PlanReader reader) {
		this.formats = formats;
		this.reader = reader;
	}

	/**
	 * Reads a file.
	 * @param file what its owner calls it
	 * @param content its bytes
	 * @return the plan in it
	 * @throws PlanRefused when it is not one
	 */
	public ActionPlan read(String file, byte[] content) {
		return this.formats.of(content).read(file, content);
	}

	/**
	 * A plan as a text that says it all.
	 * @param plan any plan
	 * @return YAML, see {@code docs/plan-format.md}
	 * @throws IOException when it cannot be written
	 */
	public String text(ActionPlan plan) throws IOException {
		return this.formats.text(plan);
	}

	/**
	 * Reads what {@link #text} wrote.
	 * @param name for messages
	 * @param text the plan in YAML
	 * @return the plan
	 */
	public ActionPlan read(String name, String text) {
		return this.reader.read(name, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Whether plans are written to files whose names end like this. */
	public boolean isWritten(String suffix) {
		return this.formats.isWritten(suffix);
	}

	/**
	 * The kind of file whose names end like this.
	 * @param suffix such as {@code xlsx}
	 * @return its type, such as {@code application/yaml}
	 * @throws IllegalArgumentException when plans are not written so
	 */
	public String type(String suffix) {
		return this.formats.named(suffix).type();
	}

	/**
	 * Writes a plan.
	 * @param plan any plan
	 * @param suffix such as {@code xlsx}
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	public void write(ActionPlan plan, String suffix, OutputStream out) throws IOException {
		this.formats.named(suffix).write(plan, out);
	}

}
