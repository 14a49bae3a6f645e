package org.asemeducation.stocktake.update.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.CMMException;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;

/**
 * A picture as points, upright and on white. Of a large one only every so many points are
 * read, so that it takes little memory whatever its size.
 */
final class Decoded {

	private final BufferedImage image;

	private Decoded(BufferedImage image) {
		this.image = image;
	}

	/**
	 * Decodes, which shows as well that it can be done.
	 * @param file the picture
	 * @param type its kind
	 * @param picture what is known of it
	 * @param side the longer side that is wanted, in pixels; smaller ones stay small
	 * @return nothing for what Java does not decode
	 * @throws NotTaken when it is no picture after all
	 */
	static Optional<Decoded> of(Path file, FileType type, Picture picture, int side) throws NotTaken {
		if (!picture.readable()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new Decoded(upright(sampled(file, type, side), picture.orientation(), side)));
		}
		catch (CMMException ex) {
			return Optional.empty(); // colours that browsers understand
		}
		catch (IOException | RuntimeException ex) {
			if (type == FileType.WEBP) {
				return Optional.empty(); // browsers know more kinds of it
			}
			throw new NotTaken("it cannot be read as a picture. Open it, save it again and attach that.");
		}
	}

	BufferedImage image() {
		return this.image;
	}

	/** The same, smaller; in halves, so that no point is passed over. */
	BufferedImage scaledTo(int side) {
		BufferedImage small = this.image;
		while (Math.max(small.getWidth(), small.getHeight()) > side) {
			small = upright(small, Orientation.AS_IT_LIES,
					Math.max(side, Math.max(small.getWidth(), small.getHeight()) / 2));
		}
		return small;
	}

	private static BufferedImage sampled(Path file, FileType type, int side) throws IOException {
		ImageReader reader = reader(type);
		try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
			reader.setInput(in, true, true);
			int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * side));
			ImageReadParam param = reader.getDefaultReadParam();
			param.setSourceSubsampling(step, step, 0, 0);
			return reader.read(0, param);
		}
		finally {
			reader.dispose();
		}
	}

	/**
	 * Named, since what is found by looking depends on the class loader that looks first.
	 */
	private static ImageReader reader(FileType type) {
		return (type == FileType.WEBP) ? new WebPImageReaderSpi().createReaderInstance(null)
				: ImageIO.getImageReadersByFormatName(type.word()).next();
	}

	private static BufferedImage upright(BufferedImage sampled, Orientation orientation, int side) {
		double scale = Math.min(1, (double) side / Math.max(sampled.getWidth(), sampled.getHeight()));
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

}
