//! Enums whose values have a name in the language files and a word in machine output. Both are made of the name in the
//! source by `strum`: the key is the family and the word, `stage-not_qualified`; the word is `not_qualified`.

/// Gives an enum that derives `EnumCount` and `VariantArray` all its values, in order.
macro_rules! all {
    ($name:ident) => {
        impl $name {
            pub const ALL: [$name; <$name as strum::EnumCount>::COUNT] =
                match <$name as strum::VariantArray>::VARIANTS.first_chunk() {
                    Some(all) => *all,
                    None => unreachable!(),
                };
        }
    };
}

/// An enum with its family as the `prefix` of `strum`: what such enums derive, all its values in order, their keys and their
/// words. One that is made by another macro derives `EnumCount`, `IntoStaticStr` and `VariantArray` there, and gives its name.
macro_rules! named {
    ($(#[$attribute:meta])* $visible:vis enum $name:ident { $($values:tt)* }) => {
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, strum::EnumCount, strum::IntoStaticStr, strum::VariantArray,
        )]
        $(#[$attribute])*
        $visible enum $name { $($values)* }

        $crate::domain::named::named!($name);
    };
    ($name:ident) => {
        $crate::domain::named::all!($name);

        impl $name {
            /// The key of its name in the language files.
            #[must_use]
            pub fn key(self) -> &'static str {
                self.into()
            }

            /// The word in commands, the database and machine output.
            #[must_use]
            pub fn word(self) -> &'static str {
                self.key().split_once('-').map_or("", |(_, word)| word)
            }
        }
    };
}

pub(crate) use {all, named};
