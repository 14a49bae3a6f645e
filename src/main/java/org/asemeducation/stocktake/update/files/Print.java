package org.asemeducation.stocktake.update.files;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture as it is printed, and a small one of it: upright, and of a size that a page
 * has room for, so that a report with many stays a file that can be mailed.
 *
 * @param type {@code jpeg} or {@code png}
 * @param width in pixels
 * @param height in pixels
 * @param bytes as it is printed
 * @param small a JPEG of at most {@link #SMALL} pixels a side
 */
record Print(String type, int width, int height, byte[] bytes, byte[] small) {

	/** The longer side, in pixels: 17 centimetres at 180 points an inch. */
	static final int SIDE = 1200;

	/** The longer side of the small picture, in pixels. */
	static final int SMALL = 240;

	/** Of what is printed, in bytes; a picture that is all noise may have more. */
	static final int ENOUGH = 250_000;

	private static final List<Float> QUALITIES = List.of(0.85f, 0.7f, 0.5f);

	/**
	 * Makes both.
	 * @param file the picture
	 * @param type its kind
	 * @param picture what is known of it
	 * @return nothing for what Java does not decode
	 * @throws NotTaken when it is no picture after all
	 */
	static Optional<Print> of(Path file, FileType type, Picture picture) throws NotTaken {
		return Decoded.of(file, type, picture, SIDE).map((decoded) -> {
			BufferedImage image = decoded.image();
			byte[] small = jpeg(decoded.scaledTo(SMALL), QUALITIES.get(0));
			byte[] drawn = (type == FileType.JPEG) ? new byte[0] : png(image);
			return (drawn.length > 0 && drawn.length <= ENOUGH)
					? new Print("png", image.getWidth(), image.getHeight(), drawn, small)
					: new Print("jpeg", image.getWidth(), image.getHeight(), photograph(image), small);
		});
	}

	private static byte[] photograph(BufferedImage image) {
		Iterator<Float> qualities = QUALITIES.iterator();
		byte[] bytes = jpeg(image, qualities.next());
		while (bytes.length > ENOUGH && qualities.hasNext()) {
			bytes = jpeg(image, qualities.next());
		}
		return bytes;
	}

	/** Lines and letters stay sharp. */
	private static byte[] png(BufferedImage image) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static byte[] jpeg(BufferedImage image, float quality) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(out);
			ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality(quality);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
