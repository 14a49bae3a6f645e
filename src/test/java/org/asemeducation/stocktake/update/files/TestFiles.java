package org.asemeducation.stocktake.update.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/**
 * Files of all kinds, good and bad.
 */
public final class TestFiles {

	/** What must not be left in a picture. */
	static final String PLACE = "PLACE-WHERE-IT-WAS-TAKEN";

	private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

	private TestFiles() {
	}

	/** A picture whose upper left quarter is red, the rest blue. */
	static BufferedImage picture(int width, int height) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D pen = image.createGraphics();
		pen.setColor(Color.BLUE);
		pen.fillRect(0, 0, width, height);
		pen.setColor(Color.RED);
		pen.fillRect(0, 0, width / 2, height / 2);
		pen.dispose();
		return image;
	}

	public static byte[] jpeg(int width, int height) {
		return written(picture(width, height), "jpeg");
	}

	/** What hardly gets smaller, as a phone writes it. */
	static byte[] noise(int width, int height, int orientation) {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		java.util.Random random = new java.util.Random(7);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				image.setRGB(x, y, random.nextInt());
			}
		}
		byte[] jpeg = written(image, "jpeg");
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(jpeg, 0, 2);
		segment(out, 0xE1, join(text("Exif\0\0"), exif(orientation)));
		out.write(jpeg, 2, jpeg.length - 2);
		return out.toByteArray();
	}

	public static byte[] png(int width, int height) {
		return written(picture(width, height), "png");
	}

	/** A lossless WebP of one pixel. */
	static byte[] webp() {
		return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
	}

	/** As a phone writes it: Exif with the place, XMP, IPTC, a comment. */
	public static byte[] photograph(int width, int height, int orientation) {
		byte[] jpeg = jpeg(width, height);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(jpeg, 0, 2);
		segment(out, 0xE1, join(text("Exif\0\0"), exif(orientation)));
		segment(out, 0xE1, text("http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>" + PLACE + "</exif:GPSLatitude>"));
		segment(out, 0xED, text("Photoshop 3.0\0" + PLACE));
		segment(out, 0xFE, text(PLACE));
		out.write(jpeg, 2, jpeg.length - 2);
		return out.toByteArray();
	}

	/** Little-endian, with the place and, after it, how the picture is turned. */
	static byte[] exif(int orientation) {
		byte[] place = text(PLACE);
		ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + 2 + 12 + 4 + place.length)
			.order(java.nio.ByteOrder.LITTLE_ENDIAN)
			.put(text("II"))
			.putShort((short) 42)
			.putInt(8)
			.putShort((short) 3);
		field(tiff, 0x010F, 2, place.length, tiff.capacity() - place.length);
		field(tiff, 0x0112, 3, 1, orientation);
		field(tiff, 0x8825, 4, 1, 8 + 2 + 36 + 4);
		tiff.putInt(0).putShort((short) 1);
		field(tiff, 0x001B, 2, place.length, tiff.capacity() - place.length);
		return tiff.putInt(0).put(place).array();
	}

	private static void field(ByteBuffer tiff, int tag, int type, int count, int value) {
		tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
	}

	/** With a text, Exif and the time. */
	static byte[] pngWithPlace(int width, int height, int orientation) {
		byte[] png = png(width, height);
		int head = 8 + 12 + 13;
		return join(java.util.Arrays.copyOf(png, head), chunk("tEXt", text("Comment\0" + PLACE)),
				chunk("eXIf", exif(orientation)), chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + PLACE)),
				java.util.Arrays.copyOfRange(png, head, png.length));
	}

	/** A head that promises more than anybody can bear. */
	static byte[] pngOf(int width, int height) {
		byte[] head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] { 8, 2, 0, 0, 0 }).array();
		return join(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10 }, chunk("IHDR", head),
				chunk("IDAT", new byte[10]), chunk("IEND", new byte[0]));
	}

	static byte[] chunk(String type, byte[] data) {
		CRC32 sum = new CRC32();
		sum.update(text(type));
		sum.update(data);
		return join(ByteBuffer.allocate(4).putInt(data.length).array(), text(type), data,
				ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
	}

	public static byte[] pdf() {
		String body = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n";
		return text(body
				+ "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
					.formatted(body.length()));
	}

	public static byte[] docx() {
		return archive(docxParts());
	}

	static Map<String, byte[]> docxParts() {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", text(
				"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"%s\"/></Types>"
					.formatted(WORD)));
		parts.put("_rels/.rels", text(
				"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
		parts.put("word/document.xml", text(
				"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>A plan.</w:t></w:r></w:p></w:body></w:document>"));
		return parts;
	}

	static byte[] xlsx() {
		Map<String, byte[]> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", text(
				"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"));
		parts.put("_rels/.rels",
				text("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>"));
		parts.put("xl/workbook.xml",
				text("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"));
		return archive(parts);
	}

	static byte[] archive(Map<String, byte[]> parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, byte[]> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	static byte[] join(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			all.writeBytes(part);
		}
		return all.toByteArray();
	}

	static byte[] text(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static void segment(ByteArrayOutputStream out, int marker, byte[] payload) {
		out.writeBytes(ByteBuffer.allocate(4)
			.putShort((short) (0xFF00 | marker))
			.putShort((short) (payload.length + 2))
			.array());
		out.writeBytes(payload);
	}

	private static byte[] written(BufferedImage image, String format) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, format, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
