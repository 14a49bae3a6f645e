package org.asemeducation.stocktake.update.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.CMMException;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * A small upright picture. Of a large one only every so many points are read, so that it
 * takes little memory whatever its size.
 */
final class Thumbnail {

	/** Its longer side, in pixels. */
	static final int SIDE = 240;

	private Thumbnail() {
	}

	/**
	 * Makes one, which shows as well that the picture can be decoded.
	 * @param file the picture
	 * @param type its kind
	 * @param picture what is known of it
	 * @return a JPEG; nothing for what Java does not decode
	 * @throws NotTaken when it is no picture after all
	 */
	static Optional<byte[]> of(Path file, FileType type, Picture picture) throws IOException {
		if (!picture.readable()) {
			return Optional.empty();
		}
		try {
			return Optional.of(jpeg(upright(sampled(file, type), picture.orientation())));
		}
		catch (CMMException ex) {
			return Optional.empty(); // colours that browsers understand
		}
		catch (IOException | RuntimeException ex) {
			throw new NotTaken("it cannot be read as a picture. Open it, save it again and attach that.");
		}
	}

	private static BufferedImage sampled(Path file, FileType type) throws IOException {
		ImageReader reader = ImageIO.getImageReadersByFormatName(type.word()).next();
		try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
			reader.setInput(in, true, true);
			int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * SIDE));
			ImageReadParam param = reader.getDefaultReadParam();
			param.setSourceSubsampling(step, step, 0, 0);
			return reader.read(0, param);
		}
		finally {
			reader.dispose();
		}
	}

	private static BufferedImage upright(BufferedImage sampled, Orientation orientation) {
		double scale = Math.min(1, (double) SIDE / Math.max(sampled.getWidth(), sampled.getHeight()));
		int width = Math.max(1, (int) Math.round(sampled.getWidth() * scale));
		int height = Math.max(1, (int) Math.round(sampled.getHeight() * scale));
		BufferedImage small = new BufferedImage(orientation.swapsSides() ? height : width,
				orientation.swapsSides() ? width : height, BufferedImage.TYPE_INT_RGB);
		AffineTransform place = orientation.upright(width, height);
		place.scale((double) width / sampled.getWidth(), (double) height / sampled.getHeight());
		Graphics2D pen = small.createGraphics();
		pen.setColor(Color.WHITE);
		pen.fillRect(0, 0, small.getWidth(), small.getHeight());
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		pen.drawImage(sampled, place, null);
		pen.dispose();
		return small;
	}

	private static byte[] jpeg(BufferedImage image) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "jpeg", bytes);
		return bytes.toByteArray();
	}

}
