package org.asemeducation.stocktake.plan;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A kind of file that a whole plan can be written to and read from. What is written says
 * the same plan when it is read.
 */
public interface PlanFormat {

	/**
	 * How names of such files end.
	 * @return such as {@code yaml}
	 */
	String suffix();

	/**
	 * The type of such files.
	 * @return such as {@code application/yaml}
	 */
	String type();

	/**
	 * Whether a file looks like one of these.
	 * @param content its bytes
	 * @return before it is read
	 */
	boolean recognises(byte[] content);

	/**
	 * Writes a plan.
	 * @param plan all of it
	 * @param out where to; not closed
	 * @throws IOException when the stream fails
	 */
	void write(ActionPlan plan, OutputStream out) throws IOException;

	/**
	 * Reads a plan.
	 * @param file what its owner calls it
	 * @param content its bytes
	 * @return the plan in it
	 * @throws PlanRefused when it is not one
	 */
	ActionPlan read(String file, byte[] content);

	/**
	 * The same file, with the reasons why it was refused where they belong.
	 * @param content its bytes
	 * @param reasons why, each with its line or row
	 * @return a file of the same kind, which is read as the first was
	 * @throws IOException when it cannot be written
	 */
	byte[] withReasons(byte[] content, PlanRefused reasons) throws IOException;

}
