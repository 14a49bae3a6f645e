package org.asemeducation.stocktake.plan;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Tells whether two plans say the same, whatever their files look like.
 */
final class Checksum {

	private static final JsonMapper COMPONENTS = JsonMapper.builder()
		.disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
		.build();

	private Checksum() {
	}

	static String of(ActionPlan plan) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(COMPONENTS.writeValueAsBytes(plan));
			return HexFormat.of().formatHex(digest);
		}
		catch (JsonProcessingException | NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
