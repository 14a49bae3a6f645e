package org.asemeducation.stocktake.report.html;

import java.util.Base64;
import java.util.Optional;

import org.asemeducation.stocktake.report.model.Picture;
import org.asemeducation.stocktake.report.model.PictureSource;

/**
 * Where a page has its pictures from.
 */
@FunctionalInterface
public interface PicturePlaces {

	/**
	 * The address of a picture.
	 * @param picture as the model names it
	 * @return as it stands in the page, without characters to be escaped; nothing to
	 * leave the picture out
	 */
	Optional<String> of(Picture picture);

	/** The page has them in itself and needs nothing beside it. */
	static PicturePlaces within(PictureSource pictures) {
		return (picture) -> pictures.read(picture)
			.map((bytes) -> "data:image/%s;base64,%s".formatted(picture.type(),
					Base64.getEncoder().encodeToString(bytes)));
	}

}
