//! One list for an enum's names: the wire, the database and the OpenAPI schema all read it.

use serde::{Deserializer, de};
use std::{fmt, marker::PhantomData};

/// An enum whose every value has one stable lower-case name. Implemented by [`str_enum!`] only.
pub trait StrEnum: Copy + 'static {
    /// The type's name, for error messages.
    const NAME: &'static str;
    /// Every value, in order of declaration.
    const ALL: &'static [Self];
    /// The stable name.
    fn name(self) -> &'static str;
}

/// Reads a name back; one visitor for all enums keeps the WASM small.
///
/// # Errors
/// When the text names no value of `E`.
pub fn deserialize<'de, D: Deserializer<'de>, E: StrEnum>(d: D) -> Result<E, D::Error> {
    struct Visitor<E>(PhantomData<E>);
    impl<E: StrEnum> de::Visitor<'_> for Visitor<E> {
        type Value = E;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a value of {}", E::NAME)
        }
        fn visit_str<X: de::Error>(self, text: &str) -> Result<E, X> {
            E::ALL
                .iter()
                .copied()
                .find(|value| value.name() == text)
                .ok_or_else(|| X::invalid_value(de::Unexpected::Str(text), &self))
        }
    }
    d.deserialize_str(Visitor(PhantomData))
}

/// Declares an enum with `ALL`, `as_str`, `parse`, `Display`, serde and an OpenAPI schema from one list of names.
macro_rules! str_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vmeta])* $variant),+ }

        impl $name {
            /// Every value, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name on the wire and in the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// Reads a stable name back; `None` for any other text.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }

        impl $crate::str_enum::StrEnum for $name {
            const NAME: &'static str = stringify!($name);
            const ALL: &'static [Self] = Self::ALL;
            fn name(self) -> &'static str { self.as_str() }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result { f.write_str(self.as_str()) }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                $crate::str_enum::deserialize(d)
            }
        }

        #[cfg(feature = "openapi")]
        impl ::utoipa::PartialSchema for $name {
            fn schema() -> ::utoipa::openapi::RefOr<::utoipa::openapi::Schema> {
                ::utoipa::openapi::ObjectBuilder::new()
                    .schema_type(::utoipa::openapi::schema::Type::String)
                    .enum_values(Some(Self::ALL.iter().map(|value| value.as_str())))
                    .into()
            }
        }

        #[cfg(feature = "openapi")]
        impl ::utoipa::ToSchema for $name {}
    };
}
pub(crate) use str_enum;

#[cfg(test)]
mod tests {
    use crate::reason::Procedure;

    #[test]
    fn names_round_trip_everywhere() {
        for value in Procedure::ALL {
            assert_eq!(Procedure::parse(value.as_str()), Some(*value));
            let json = serde_json::to_string(value).unwrap();
            assert_eq!(json, format!("\"{value}\""));
            assert_eq!(serde_json::from_str::<Procedure>(&json).unwrap(), *value);
        }
        assert_eq!(Procedure::parse("New"), None);
        let error = serde_json::from_str::<Procedure>("\"gift\"")
            .unwrap_err()
            .to_string();
        assert!(error.contains("a value of Procedure"), "{error}");
    }
}
