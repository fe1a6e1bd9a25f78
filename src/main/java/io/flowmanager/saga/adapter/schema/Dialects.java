// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: Flow Manager contributors
package io.flowmanager.saga.adapter.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Format;
import com.networknt.schema.FormatKeyword;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.JsonValidator;
import com.networknt.schema.Keyword;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationContext;
import com.networknt.schema.ValidatorTypeCode;
import com.networknt.schema.Vocabularies;
import com.networknt.schema.Vocabulary;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The drafts of JSON Schema as we check them: each keyword is counted, some are our own, and
 * formats look at texts in linear time. Nothing is fetched from anywhere.
 */
final class Dialects {

  private static final Map<String, Keyword> OWN =
      Map.of(
          "multipleOf", new SchemaKeyword(ValidatorTypeCode.MULTIPLE_OF, Rules::isMultiple),
          "uniqueItems", new SchemaKeyword(ValidatorTypeCode.UNIQUE_ITEMS, Rules::isUnique));

  private static final Set<VersionFlag> VERSIONS =
      Arrays.stream(VersionFlag.values()).collect(Collectors.toUnmodifiableSet());

  private static final Map<VersionFlag, JsonMetaSchema> META_SCHEMAS =
      VERSIONS.stream()
          .collect(Collectors.toUnmodifiableMap(version -> version, Dialects::metaSchema));

  private Dialects() {}

  /** Makes schemas of one draft; each call has a cache of its own. */
  static JsonSchemaFactory factory(VersionFlag version) {
    return JsonSchemaFactory.getInstance(
        version,
        builder ->
            builder
                .metaSchemas(META_SCHEMAS.values())
                .schemaLoaders(loaders -> loaders.add(new MetaSchemaLoader())));
  }

  private static JsonMetaSchema metaSchema(VersionFlag version) {
    JsonMetaSchema usual = JsonSchemaFactory.checkVersion(version).getInstance();
    return JsonMetaSchema.builder(usual)
        .keywords(keywords -> keywords.replaceAll((name, keyword) -> counted(keyword)))
        .vocabularyFactory(Dialects::vocabulary)
        .formats(formats -> formats.replaceAll((name, format) -> LinearFormats.of(format)))
        .formatKeywordFactory(CountedFormats::new)
        .build();
  }

  private static Vocabulary vocabulary(String iri) {
    Vocabulary usual = Vocabularies.getVocabulary(iri);
    return usual == null
        ? null
        : new Vocabulary(
            iri, usual.getKeywords().stream().map(Dialects::counted).toArray(Keyword[]::new));
  }

  /**
   * The validator looks for its own class under "type", and makes "format" by a factory. What is no
   * code of its own checks nothing.
   */
  private static Keyword counted(Keyword keyword) {
    Keyword chosen = OWN.getOrDefault(keyword.getValue(), keyword);
    boolean isLeftAlone =
        keyword == ValidatorTypeCode.TYPE
            || keyword == ValidatorTypeCode.FORMAT
            || !(keyword instanceof ValidatorTypeCode);
    return isLeftAlone ? keyword : new BudgetedKeyword(chosen);
  }

  private static final class CountedFormats extends FormatKeyword {

    CountedFormats(Map<String, Format> formats) {
      super(formats);
    }

    @Override
    public JsonValidator newValidator(
        SchemaLocation schemaLocation,
        JsonNodePath evaluationPath,
        JsonNode schemaNode,
        JsonSchema parentSchema,
        ValidationContext validationContext) {
      return BudgetedKeyword.around(
          super.newValidator(
              schemaLocation, evaluationPath, schemaNode, parentSchema, validationContext),
          getValue());
    }
  }
}
